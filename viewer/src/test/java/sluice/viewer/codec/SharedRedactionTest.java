package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.codec.PixelRedaction.Redacted;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.SharedDicom;

/**
 * A box in every frame of every real image that can be decoded, through a file. What happened to each stands in
 * {@code target/redaction.tsv}.
 */
class SharedRedactionTest {
    /** A lossy frame may change in the blocks that a box touches. */
    private static final int BLOCK = 40;

    private final Codecs codecs = Codecs.standard();
    private final PixelRedaction redaction = new PixelRedaction(codecs);
    private final DicomReader reader = new DicomReader();

    @TempDir
    Path folder;

    @Test
    void boxesAreBlankedOrTheImageIsRefused() throws IOException {
        List<String> lines = new ArrayList<>();
        int blanked = 0;
        for (JsonNode reference : new ObjectMapper().readTree(SharedDicom.root().resolve("dicom/pixel-reference.json").toFile())) {
            String name = reference.get("file").asText();
            if (!reference.hasNonNull("rows")) {
                continue;
            }
            String told;
            try {
                told = blank(reader.read(SharedDicom.root().resolve(name)), name);
                blanked++;
            } catch (CodecException e) {
                told = "refused: " + e.reason() + ": " + e.getMessage();
                boolean othersDecode = !reference.get("decodes").findParents("sha256").isEmpty();
                assertTrue(e.reason() != CodecException.Reason.CORRUPT || !othersDecode, name + " " + told);
            } catch (DicomException e) {
                told = "refused by the reader: " + e.reason();
            }
            lines.add(name + "\t" + reference.path("transfer_syntax").asText() + "\t" + told);
        }
        Files.write(Path.of("target", "redaction.tsv"), lines);
        assertTrue(blanked >= 200, "blanked " + blanked);
    }

    private String blank(DicomFile file, String name) throws IOException {
        EncodedImage image = EncodedImage.of(file);
        ImageFormat f = image.format();
        PixelBox box = new PixelBox(f.columns() / 4, f.rows() / 3, Math.max(1, f.columns() / 3), Math.max(1, f.rows() / 5));
        Redacted redacted = redaction.redact(image, Collections.nCopies(image.pixels().frames(), List.of(box)), false);
        Attributes dataset = new Attributes(file.dataset());
        redacted.format().describe(dataset, redacted.lossy());
        Path out = folder.resolve("out.dcm");
        try (FileChannel channel = FileChannel.open(out, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            new DicomWriter().write(channel, new Attributes(), dataset, redacted.pixels(), redacted.transferSyntax());
        }
        EncodedImage written = EncodedImage.of(reader.read(out));
        FrameDecoder before = new FrameDecoder(image, codecs);
        FrameDecoder after = new FrameDecoder(written, codecs);
        assertEquals(before.frames(), after.frames(), name);
        boolean inBlocks = redacted.lossy() && redacted.transferSyntax().equals(image.transferSyntax());
        PixelBox reached = box.grown(inBlocks ? BLOCK : Subsampled.is(f) ? 1 : 0, f.columns(), f.rows());
        long mask = image.floating() ? -1 : StoredBits.of(f).mask();
        for (int i = 0; i < before.frames(); i++) {
            Raster is = after.frame(i);
            assertFrame(before.frame(i), is, reached, mask, name);
            for (int y = box.y(); y < box.bottom() && !inBlocks; y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    for (int s = 0; s < is.samples(); s++) {
                        assertSame(is.value(box.x(), box.y(), s) & mask, is.value(x, y, s) & mask, name);
                    }
                }
            }
        }
        return redacted.changedFrames() + " of " + before.frames() + " frames blanked, " + redacted.transferSyntax().uid() + " "
                + redacted.format().photometric();
    }

    private static void assertFrame(Raster was, Raster is, PixelBox reached, long mask, String name) {
        assertEquals(was.photometric(), is.photometric(), name);
        int row = is.rowBytes();
        for (int y = 0; y < is.rows(); y++) {
            boolean same = Arrays.equals(was.bytes(), y * row, (y + 1) * row, is.bytes(), y * row, (y + 1) * row);
            for (int x = 0; x < is.columns() && !same; x++) {
                for (int s = 0; s < is.samples() && !reached.contains(x, y); s++) {
                    assertSame(was.value(x, y, s) & mask, is.value(x, y, s) & mask, name);
                }
            }
        }
    }

    private static void assertSame(long expected, long is, String name) {
        if (expected != is) {
            assertEquals(expected, is, name);
        }
    }
}
