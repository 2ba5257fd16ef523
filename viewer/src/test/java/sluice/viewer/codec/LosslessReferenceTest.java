package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;

/** Real images: the stored values are those of independent decoders, and our encoders' frames give them again. */
class LosslessReferenceTest {
    private static final Set<String> SYNTAXES = Set.of("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.4.201");

    /** Its transfer syntax is lossless and its frame is baseline JPEG. */
    private static final String OTHER_THAN_IT_SAYS = "dcmjs/sample-op.dcm";

    @Test
    void storedValuesAreThoseOfOtherDecoders() throws Exception {
        Path root = root();
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper().readTree(root.resolve("dicom/pixel-reference.json").toFile())) {
            String syntax = entry.path("transfer_syntax").asText();
            String name = entry.path("file").asText();
            if (!SYNTAXES.contains(syntax) || entry.path("agree").asInt() < 1 || name.endsWith(OTHER_THAN_IT_SAYS)) {
                continue;
            }
            try {
                byte[] values = decoded(root.resolve(name), syntax);
                if (!same(values, entry, root)) {
                    wrong.add(name + ": other values");
                }
            } catch (CodecException e) {
                wrong.add(name + ": " + e.getMessage());
            }
            compared++;
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared >= 59, "images compared: " + compared);
    }

    /** Byte for byte; of the irreversible transform, whose rounding is free, to within two. */
    private static boolean same(byte[] values, JsonNode entry, Path root) throws Exception {
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(values));
        for (JsonNode decode : entry.path("decodes")) {
            if (digest.equals(decode.path("sha256").asText())) {
                return true;
            }
        }
        if (!entry.path("transfer_syntax").asText().equals(LosslessRoundTripTest.JPEG_2000_LOSSY)) {
            return false;
        }
        JsonNode raw = entry.path("raw").path("file");
        if (raw.isMissingNode()) {
            return true;
        }
        byte[] expected = Files.readAllBytes(root.resolve(raw.asText()));
        boolean wide = entry.path("bits_allocated").asInt() == 16;
        boolean close = expected.length == values.length;
        for (int i = 0; close && i < expected.length; i += wide ? 2 : 1) {
            int a = wide ? values[i] & 0xff | values[i + 1] << 8 : values[i] & 0xff;
            int b = wide ? expected[i] & 0xff | expected[i + 1] << 8 : expected[i] & 0xff;
            close = Math.abs(a - b) <= 2;
        }
        return close;
    }

    private static byte[] decoded(Path file, String syntax) throws IOException {
        DicomFile dicom = new DicomReader().read(file);
        PixelSource pixels = dicom.pixels().orElseThrow();
        ImageFormat format = ImageFormat.of(dicom.dataset());
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < pixels.frames(); i++) {
            Raster raster = family.decoder().decode(pixels.frame(i), format);
            all.write(raster.bytes());

            if (format.photometric().equals("YBR_ICT")) {
                continue;
            }
            Raster again = family.decoder().decode(family.encoder().orElseThrow().encode(raster, format), format);
            if (!Arrays.equals(raster.bytes(), again.bytes())) {
                fail("encoded anew it decodes to other values: " + file.getFileName());
            }
        }
        return all.toByteArray();
    }

    private static Path root() {
        String named = System.getProperty("sluice.data", System.getenv("SLUICE_DATA"));
        Path data = named == null ? null : Path.of(named);
        for (Path p = Path.of("").toAbsolutePath(); data == null && p != null; p = p.getParent()) {
            if (Files.exists(p.resolve("pom.xml")) && Files.isDirectory(p.resolve("app"))) {
                data = p.resolveSibling("shared").resolve("data");
            }
        }
        if (data != null && Files.isDirectory(data.resolve("dicom"))) {
            return data;
        }
        if ("1".equals(System.getenv("SLUICE_REQUIRE_DATA"))) {
            fail("the shared test data is required here and was not found");
        }
        return Assumptions.abort("skipped: no shared test data (set sluice.data)");
    }
}
