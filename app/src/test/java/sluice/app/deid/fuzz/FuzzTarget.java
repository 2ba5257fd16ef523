package sluice.app.deid.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.Deidentification;
import sluice.app.deid.Deidentified;
import sluice.app.deid.DicomDeidentifier;
import sluice.app.deid.DicomResult;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.RawElements;

/** One mutated file through everything. One for each thread. */
final class FuzzTarget {
    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();
    private final DicomDeidentifier deidentifier;
    private long unreadable;
    private long refused;
    private long written;

    FuzzTarget(Deidentification deidentification) {
        deidentifier = deidentification.dicom(MappingListener.NONE);
    }

    /** @throws AssertionError for a leak or an unreadable output; any unchecked exception is a crash */
    void run(byte[] input) throws IOException {
        DicomFile file;
        byte[] output;
        try {
            file = reader.read(input);
        } catch (DicomException e) {
            unreadable++;
            return;
        }
        try {
            DicomResult result = deidentifier.deidentify(file);
            if (!(result instanceof Deidentified d)) {
                refused++;
                return;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + 1024);
            writer.write(out, d.fileMeta(), d.dataset(), d.pixels().orElse(null), d.transferSyntax());
            output = out.toByteArray();
        } catch (DicomException e) {
            refused++;
            return;
        }
        written++;
        verify(file, output);
    }

    private void verify(DicomFile file, byte[] output) throws IOException {
        DicomFile again;
        try {
            again = reader.read(output);
        } catch (DicomException e) {
            throw new AssertionError("what was written cannot be read: " + e.reason(), e);
        }
        if (saysTheName(file.dataset()) && !pixelsHoldName(file) && (holdsName(output) || again.transferSyntax().deflated() && holdsName(inflated(again)))) {
            throw new AssertionError("the name got out");
        }
    }

    /** Headers that a mutation moved into the pixels are the business of the check behind the writing, not of the rules. */
    private static boolean pixelsHoldName(DicomFile file) throws IOException {
        if (file.pixels().isEmpty()) {
            return false;
        }
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        file.pixels().get().copyTo(java.nio.channels.Channels.newChannel(pixels));
        return holdsName(pixels.toByteArray());
    }

    private byte[] inflated(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, file.fileMeta(), file.dataset(), file.pixels().orElse(null),
                sluice.viewer.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return out.toByteArray();
    }

    /** Only then is it known to be a name. */
    private static boolean saysTheName(Attributes dataset) {
        for (int tag : new int[] {Tag.PatientName, Tag.OtherPatientNames, Tag.PatientBirthName}) {
            String value = RawElements.ascii(dataset, tag);
            if (value.startsWith(Seeds.NAME + "^") || value.equals(Seeds.NAME)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsName(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains(Seeds.NAME.toLowerCase(Locale.ROOT));
    }

    String tally() {
        return unreadable + " unreadable, " + refused + " refused, " + written + " written";
    }
}
