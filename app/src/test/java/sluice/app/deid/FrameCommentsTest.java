package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.report.Rule;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

class FrameCommentsTest {
    private static final TransferSyntax BASELINE = TransferSyntax.of("1.2.840.10008.1.2.4.50").orElseThrow();

    @TempDir
    Path folder;

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpg", out);
        return out.toByteArray();
    }

    private static byte[] withComment(byte[] jpeg, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(0xFE);
        out.write(text.length + 2 >> 8);
        out.write(text.length + 2);
        out.writeBytes(text);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private Written written(List<byte[]> frames) throws IOException {
        Attributes image = Samples.image(1);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setInt(Tag.BitsStored, VR.US, 8);
        image.setInt(Tag.HighBit, VR.US, 7);
        image.setInt(Tag.NumberOfFrames, VR.IS, frames.size());
        Path source = Samples.write(folder.resolve("in.dcm"), new Attributes(), image, PixelSource.ofFrames(frames, image), BASELINE);
        return assertInstanceOf(Written.class, Samples.files(folder.resolve("out")).deidentify(source, "in"));
    }

    @Test
    void aCommentThatNoAttributeSpeaksOfGoesAndItsNeighboursKeepTheirBytes() throws IOException {
        byte[] plain = jpeg();
        Written w = written(List.of(plain, withComment(plain, "ward 7, seen with Dr Okonkwo"), plain));
        Path file = folder.resolve("out").resolve(w.path());
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(all.contains("Okonkwo"));
        DicomFile read = new DicomReader().read(file);
        byte[] first = read.pixels().orElseThrow().frame(0);
        assertArrayEquals(first, read.pixels().get().frame(2));
        assertArrayEquals(first, read.pixels().get().frame(1));
        assertTrue(w.report().changes().stream().anyMatch(c -> c.rule() == Rule.CODESTREAM));
    }

    @Test
    void framesWithoutCommentsAreCopied() throws IOException {
        Written w = written(List.of(jpeg(), jpeg()));
        assertEquals(0, w.report().changes().stream().filter(c -> c.rule() == Rule.CODESTREAM).count());
    }
}
