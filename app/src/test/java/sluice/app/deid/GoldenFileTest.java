package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.table.TagPattern;
import sluice.viewer.dicom.DicomReader;

/**
 * What comes out of one PET slice with the fixed secret, attribute by attribute. A change of this file changes
 * everybody's output: pseudonyms and UIDs of earlier deliveries must go on to link.
 */
class GoldenFileTest {

    @TempDir
    Path folder;

    @Test
    void theOutputIsTheOneThatWasReviewed() throws IOException {
        Attributes image = Samples.image(1);
        image.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.128");
        image.setString(Tag.SeriesDate, VR.DA, "20240131");
        image.setString(Tag.StudyDate, VR.DA, "20240131");
        image.setString(Tag.OperatorsName, VR.PN, "Berg^Sara");
        image.setString(Tag.ManufacturerModelName, VR.LO, "Biograph");
        image.setString(Tag.BodyPartExamined, VR.CS, "HEAD");
        image.setString(Tag.ReceiveCoilName, VR.SH, "for Lindqvist");
        image.setString("VENDOR", 0x0009_0010, VR.LO, "x");
        Attributes item = new Attributes();
        image.newSequence(Tag.ReferencedImageSequence, 1).add(item);
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.1.1");
        Path source = Samples.write(folder.resolve("in/a.dcm"), image);
        Written w = assertInstanceOf(Written.class, Samples.files(folder.resolve("out")).deidentify(source, "a"));
        StringBuilder s = new StringBuilder();
        dump(new DicomReader().read(folder.resolve("out").resolve(w.path())).dataset(), "", s);
        w.report().changes().forEach(c -> s.append(c).append('\n'));
        try (InputStream in = GoldenFileTest.class.getResourceAsStream("/sluice/app/deid/golden-basic.txt")) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), s.toString());
        }
    }

    private static void dump(Attributes level, String indent, StringBuilder s) {
        for (int tag : level.tags()) {
            Object value = level.getValue(tag);
            s.append(indent).append(TagPattern.format(tag)).append(' ').append(level.getVR(tag)).append(' ');
            if (value instanceof Sequence items) {
                s.append(items.size()).append(" items\n");
                items.forEach(i -> dump(i, indent + "> ", s));
            } else if (value instanceof byte[] b && level.getVR(tag).isStringType()) {
                s.append(new String(b, StandardCharsets.ISO_8859_1).replace('\0', '_')).append("|\n");
            } else {
                s.append(value instanceof byte[] b ? java.util.HexFormat.of().formatHex(b) : "").append("|\n");
            }
        }
    }
}
