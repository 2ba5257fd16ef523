package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.SharedDicom;

/** DCT-coded files of the shared test data against what two other decoders made of them: not near, but equal. */
class DctReferenceTest {

    @Test
    void everyFileDecodesToWhatOthersFound() throws IOException, NoSuchAlgorithmException {
        JsonNode references = new ObjectMapper()
                .readTree(SharedDicom.root().resolve("dicom/pixel-reference.json").toFile());
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (JsonNode reference : references) {
            String syntax = reference.path("transfer_syntax").asText();
            if (!DctFamily.TRANSFER_SYNTAXES.contains(syntax)) {
                continue;
            }
            DicomFile file = new DicomReader().readHeader(SharedDicom.root().resolve(reference.get("file").asText()));
            ImageFormat format = ImageFormat.of(file.dataset());
            PixelSource pixels = file.pixels().orElseThrow();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String photometric = "";
            for (int i = 0; i < pixels.frames(); i++) {
                Raster raster = new DctDecoder().decode(pixels.frame(i), format);
                digest.update(raster.bytes());
                photometric = raster.photometric();
            }
            String ours = HexFormat.of().formatHex(digest.digest());
            boolean found = false;
            for (JsonNode decode : reference.get("decodes")) {
                found |= ours.equals(decode.path("sha256").asText())
                        && photometric.equals(decode.path("photometric").asText());
            }
            compared++;
            if (!found) {
                wrong.add(reference.get("file").asText());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared >= 20, "compared " + compared);
    }
}
