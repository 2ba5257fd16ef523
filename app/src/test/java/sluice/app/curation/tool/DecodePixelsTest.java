package sluice.app.curation.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.TestServices;
import sluice.app.cli.CapturedRun;
import sluice.app.curation.BatchResult;
import sluice.app.curation.CurationException;
import sluice.app.curation.tool.DecodePixels.Pixels;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.FrameLayout;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

class DecodePixelsTest {
    private final DecodePixels tool = new DecodePixels(Codecs.standard(), new SecureRandom());

    @TempDir
    Path folder;

    private static Path data() {
        String named = System.getProperty("sluice.data", System.getenv("SLUICE_DATA"));
        boolean there = named != null && Files.isDirectory(Path.of(named, "dicom"));
        if (!there && "1".equals(System.getenv("SLUICE_REQUIRE_DATA"))) {
            throw new AssertionError("the shared test data is required and not there");
        }
        Assumptions.assumeTrue(there, "skipped: no shared test data (set SLUICE_DATA)");
        return Path.of(named);
    }

    /** Where colour stays as it is, what is written has the digest that other decoders have. */
    @Test
    void digestsAreThoseOfOtherDecoders() throws Exception {
        int identical = 0;
        int inRgb = 0;
        List<String> wrong = new ArrayList<>();
        Path root = data();
        for (JsonNode reference : new ObjectMapper().readTree(root.resolve("dicom/pixel-reference.json").toFile())) {
            boolean whole = reference.path("bits_allocated").asInt() >= 8 && reference.path("agree").asInt() >= 2;
            if (!whole) {
                continue;
            }
            String name = reference.get("file").asText();
            BatchResult<Pixels> result = tool.decode(root.resolve(name), Optional.empty(), folder.resolve("out"));
            if (result.done().isEmpty()) {
                assertFalse(Files.exists(folder.resolve("out")), name);
                continue;
            }
            Pixels pixels = result.done().get(0);
            assertEquals(pixels.bytes(), Files.size(folder.resolve("out")), name);
            Files.delete(folder.resolve("out"));
            boolean same = false;
            boolean sameColour = false;
            for (JsonNode decode : reference.get("decodes")) {
                same |= decode.path("sha256").asText().equals(pixels.sha256());
                sameColour |= decode.path("planar").asInt() == 0
                        && decode.path("photometric").asText().equals(pixels.photometricInterpretation());
            }
            boolean converted = reference.get("photometric_in_file").asText().startsWith("YBR");
            identical += same ? 1 : 0;
            inRgb += converted ? 1 : 0;
            if (!same && sameColour && !reference.get("lossy").asBoolean() && !converted) {
                wrong.add(name);
            }
            assertTrue(pixels.samples() == 1 || pixels.photometricInterpretation().equals("RGB"), name);
        }
        assertEquals(List.of(), wrong);
        assertTrue(identical >= 150 && inRgb >= 5, identical + " identical, " + inRgb + " converted");
    }

    private Path threeFrames() throws IOException {
        PixelSource pixels = PixelSource.madeNative(i -> new byte[] {(byte) i, 5, 6, 7, 8, 9},
                new FrameLayout(1, 2, 3, 8, 3, "RGB"));
        Path file = folder.resolve("three.dcm");
        try (var out = Files.newOutputStream(file)) {
            ToolSamples.write(out, pixels, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
        return file;
    }

    @Test
    void oneFrameOrAll() throws Exception {
        Path file = threeFrames();
        tool.decode(file, Optional.empty(), folder.resolve("all"));
        tool.decode(file, Optional.of(2), folder.resolve("second"));
        byte[] all = Files.readAllBytes(folder.resolve("all"));
        assertEquals(18, all.length);
        assertArrayEquals(Arrays.copyOfRange(all, 6, 12), Files.readAllBytes(folder.resolve("second")));
        for (int none : new int[] {0, 4}) {
            assertThrows(CurationException.Unknown.class, () -> tool.decode(file, Optional.of(none), folder.resolve("no")));
        }
        assertThrows(CurationException.Refused.class, () -> tool.decode(file, Optional.empty(), file));
        assertThrows(CurationException.Unknown.class, () -> tool.decode(folder.resolve("none"), Optional.empty(), file));
        try (var left = Files.list(folder)) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void theVerbTellsShapeAndDigestAndNamesWhatCannotBeDecoded() throws Exception {
        Path file = threeFrames();
        CapturedRun run = CapturedRun.of(TestServices.of(Map.of()), Map.of(), "tool", "decode", file.toString(), "--frame", "3",
                "--out", folder.resolve("raw").toString(), "--json");
        assertEquals(0, run.exit(), run.toString());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(3, json.get("frames").asInt());
        assertEquals(3, json.get("frame").asInt());
        assertEquals("RGB", json.get("photometricInterpretation").asText());
        assertEquals(64, json.get("sha256").asText().length());
        byte[] cut = Files.readAllBytes(file);
        Path broken = Files.write(folder.resolve("broken.dcm"), Arrays.copyOf(cut, cut.length - 3));
        CapturedRun refused = CapturedRun.of(TestServices.of(Map.of()), Map.of(), "tool", "decode", broken.toString(),
                "--out", folder.resolve("raw2").toString());
        assertEquals(1, refused.exit(), refused.toString());
        assertTrue(refused.err().contains("TRUNCATED"), refused.toString());
        assertFalse(Files.exists(folder.resolve("raw2")));
    }
}
