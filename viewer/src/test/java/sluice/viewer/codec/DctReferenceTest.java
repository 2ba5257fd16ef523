package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.SharedDicom;

/** DCT-coded files of the shared test data against what two other decoders made of them: not near, but equal. */
class DctReferenceTest {

    @Test
    void everyFileDecodesToWhatOthersFound() throws IOException, NoSuchAlgorithmException {
        List<String> wrong = new ArrayList<>();
        List<JsonNode> references = references();
        for (JsonNode reference : references) {
            EncodedImage image = image(reference);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String photometric = "";
            for (int i = 0; i < image.pixels().frames(); i++) {
                Raster raster = new DctDecoder().decode(image.pixels().frame(i), image.format());
                digest.update(raster.bytes());
                photometric = raster.photometric();
            }
            String ours = HexFormat.of().formatHex(digest.digest());
            boolean found = false;
            for (JsonNode decode : reference.get("decodes")) {
                found |= ours.equals(decode.path("sha256").asText())
                        && photometric.equals(decode.path("photometric").asText());
            }
            if (!found) {
                wrong.add(reference.get("file").asText());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(references.size() >= 20, "compared " + references.size());
    }

    @Test
    void everyFileIsBlankedInPlaceAndProved() throws IOException {
        for (JsonNode reference : references()) {
            EncodedImage image = image(reference);
            int columns = image.format().columns();
            int rows = image.format().rows();
            List<PixelBox> boxes = List.of(new PixelBox(0, 0, Math.min(columns, 51), Math.min(rows, 13)),
                    new PixelBox(columns / 2, rows / 2, columns - columns / 2, rows / 3));
            int frames = image.pixels().frames();
            PixelRedaction.Redacted redacted = new PixelRedaction(Codecs.standard())
                    .redact(image, Collections.nCopies(frames, boxes), true);
            String name = reference.get("file").asText();
            assertEquals(image.transferSyntax(), redacted.transferSyntax(), name);
            assertEquals(frames, redacted.changedFrames(), name);
            Raster last = new DctDecoder().decode(redacted.pixels().frame(frames - 1), image.format());
            assertEquals(last.value(0, 0, 0), last.value(columns - 1, rows / 2, 0), name);
        }
    }

    private static List<JsonNode> references() throws IOException {
        List<JsonNode> references = new ArrayList<>();
        for (JsonNode reference : new ObjectMapper()
                .readTree(SharedDicom.root().resolve("dicom/pixel-reference.json").toFile())) {
            if (DctFamily.TRANSFER_SYNTAXES.contains(reference.path("transfer_syntax").asText())) {
                references.add(reference);
            }
        }
        return references;
    }

    private static EncodedImage image(JsonNode reference) throws IOException {
        return EncodedImage.of(new DicomReader().readHeader(SharedDicom.root().resolve(reference.get("file").asText())));
    }
}
