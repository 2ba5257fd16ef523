package sluice.app.curation.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.TestServices;
import sluice.app.cli.CapturedRun;
import sluice.app.curation.BatchResult;
import sluice.app.curation.CurationException;
import sluice.app.curation.tool.RenderPicture.Plane;
import sluice.app.curation.tool.RenderPicture.Request;
import sluice.app.curation.tool.RenderPicture.Size;
import sluice.app.curation.tool.RenderPicture.Window;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.FrameLayout;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

class RenderPictureTest {
    /** Shows values of 0 to 255 as they are. */
    private static final Optional<Window> AS_IS = Optional.of(new Window(128, 256));
    private static final int NX = 4;
    private static final int NY = 3;
    private static final int NZ = 5;
    private final RenderPicture tool = new RenderPicture(Codecs.standard(), new SecureRandom());

    @TempDir
    Path folder;

    private static int value(int i, int j, int k) {
        return i * 40 + j * 20 + k;
    }

    /** i to the left, j to the posterior, k to the head, steps of 1 mm; in NIfTI's terms -x, -y, z. */
    private Path volume() throws IOException {
        ByteBuffer b = ByteBuffer.allocate(352 + NX * NY * NZ).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, 348);
        short[] dim = {3, NX, NY, NZ, 1, 1, 1, 1};
        for (int n = 0; n < 8; n++) {
            b.putShort(40 + 2 * n, dim[n]);
            b.putFloat(76 + 4 * n, 1);
        }
        b.putShort(70, (short) 2).putShort(72, (short) 8).putFloat(108, 352).putFloat(112, 1).putShort(254, (short) 1);
        b.putFloat(280, -1).putFloat(300, -1).putFloat(320, 1);
        b.put(344, new byte[] {'n', '+', '1', 0});
        for (int n = 0; n < NX * NY * NZ; n++) {
            b.put(352 + n, (byte) value(n % NX, n / NX % NY, n / NX / NY));
        }
        return Files.write(folder.resolve("volume.nii"), b.array());
    }

    private Path frames() throws IOException {
        byte[] values = new byte[6 * 3];
        for (int n = 0; n < values.length; n++) {
            values[n] = (byte) (10 * n);
        }
        PixelSource pixels = PixelSource.madeNative(n -> Arrays.copyOfRange(values, 6 * n, 6 * n + 6),
                new FrameLayout(2, 3, 1, 8, 3, "MONOCHROME2"));
        Path file = folder.resolve("frames.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            ToolSamples.write(out, pixels, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
        return file;
    }

    private BufferedImage shown(Request request) throws Exception {
        Path out = folder.resolve("out.png");
        Files.deleteIfExists(out);
        BatchResult<RenderPicture.Picture> result = tool.render(request, out);
        assertEquals(1, result.done().size(), result.toString());
        BufferedImage image = ImageIO.read(out.toFile());
        assertEquals(result.done().get(0).width(), image.getWidth());
        assertEquals(result.done().get(0).height(), image.getHeight());
        return image;
    }

    private static void assertGrey(int expected, BufferedImage image, int x, int y) {
        assertEquals(0xFF000000 | expected * 0x010101, image.getRGB(x, y), x + ", " + y);
    }

    @Test
    void planesOfAVolumeShowItsVoxels() throws Exception {
        Path path = volume();
        BufferedImage axial = shown(new Request(path, Optional.of(Plane.AXIAL), Optional.of(2), AS_IS, Optional.empty()));
        BufferedImage coronal = shown(new Request(path, Optional.of(Plane.CORONAL), Optional.of(1), AS_IS, Optional.empty()));
        BufferedImage sagittal = shown(new Request(path, Optional.of(Plane.SAGITTAL), Optional.of(1), AS_IS, Optional.empty()));
        BufferedImage acquired = shown(new Request(path, Optional.empty(), Optional.of(5), AS_IS, Optional.empty()));
        assertEquals(NX, axial.getWidth());
        assertEquals(NZ, coronal.getHeight());
        assertEquals(NY, sagittal.getWidth());
        for (int i = 0; i < NX; i++) {
            for (int j = 0; j < NY; j++) {
                assertGrey(value(i, j, 1), axial, i, j);
                assertGrey(value(i, j, 4), acquired, i, j);
                for (int k = 0; k < NZ; k++) {
                    assertGrey(value(i, 0, k), coronal, i, NZ - 1 - k);
                    assertGrey(value(NX - 1, j, k), sagittal, j, NZ - 1 - k);
                }
            }
        }
    }

    @Test
    void framesOfAFileCountFromOneAndTheMiddleIsUsual() throws Exception {
        Path path = frames();
        BufferedImage second = shown(new Request(path, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        BufferedImage third = shown(new Request(path, Optional.empty(), Optional.of(3), Optional.empty(), Optional.empty()));
        for (int n = 0; n < 6; n++) {
            assertGrey(60 + 10 * n, second, n % 3, n / 3);
            assertGrey(120 + 10 * n, third, n % 3, n / 3);
        }
    }

    @Test
    void theWholeFitsIntoTheSizeThatIsAskedFor() throws Exception {
        BufferedImage image = shown(new Request(frames(), Optional.empty(), Optional.of(3), Optional.empty(),
                Optional.of(new Size(60, 60))));
        assertEquals(60, image.getHeight());
        assertGrey(0, image, 30, 5);
        assertGrey(120, image, 0, 10);
        assertGrey(170, image, 59, 49);
        assertGrey(0, image, 30, 50);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndLeavesNothing() throws Exception {
        Path path = frames();
        Path out = folder.resolve("no.png");
        Request plain = new Request(path, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        for (Request wrong : new Request[] {
            new Request(folder.resolve("none"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Request(path, Optional.empty(), Optional.of(4), Optional.empty(), Optional.empty()),
            new Request(path, Optional.empty(), Optional.of(0), Optional.empty(), Optional.empty()),
            new Request(path, Optional.empty(), Optional.empty(), Optional.of(new Window(0, 0.5)), Optional.empty()),
            new Request(path, Optional.empty(), Optional.empty(), Optional.of(new Window(Double.NaN, 5)), Optional.empty()),
            new Request(path, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Size(0, 5))),
            new Request(path, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Size(100000, 5))),
            new Request(path, Optional.of(Plane.AXIAL), Optional.empty(), Optional.empty(), Optional.empty())}) {
            assertThrows(CurationException.Unknown.class, () -> tool.render(wrong, out));
        }
        assertThrows(CurationException.Refused.class, () -> tool.render(plain, path));
        byte[] whole = Files.readAllBytes(path);
        Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length - 4));
        BatchResult<RenderPicture.Picture> broken = tool.render(new Request(cut, Optional.empty(), Optional.of(3), Optional.empty(),
                Optional.empty()), out);
        assertEquals("TRUNCATED", broken.problems().get(0).code());
        Path text = Files.writeString(folder.resolve("text"), "this is a text and no image at all".repeat(20));
        assertEquals(1, tool.render(new Request(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), out)
                .problems().size());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void theVerbTellsWhatItWrote() throws Exception {
        Path out = folder.resolve("picture.png");
        CapturedRun run = run(volume(), "--plane", "Sagittal", "--window", "40,80", "--size", "300x200", "--out", out.toString(), "--json");
        assertEquals(0, run.exit(), run.toString());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(300, json.get("width").asInt());
        assertEquals(2, json.get("slice").asInt());
        assertEquals(4, json.get("slices").asInt());
        assertEquals(80, json.get("window").get("width").asDouble());
        assertEquals(0.025, json.get("mmPerPixel").asDouble(), 1e-9);
        assertTrue(Files.size(out) > 100);
        assertEquals(3, run(volume(), "--out", out.toString()).exit());
        for (String[] wrong : new String[][] {{"--window", "40"}, {"--window", "a,b"}, {"--size", "3"}, {"--plane", "oblique"}}) {
            Path none = folder.resolve("none.png");
            assertEquals(2, run(volume(), wrong[0], wrong[1], "--out", none.toString()).exit());
            assertFalse(Files.exists(none));
        }
    }

    private static CapturedRun run(Path path, String... options) throws Exception {
        String[] all = Stream.concat(Stream.of("tool", "render", path.toString()), Arrays.stream(options)).toArray(String[]::new);
        return CapturedRun.of(TestServices.of(Map.of()), Map.of(), all);
    }
}
