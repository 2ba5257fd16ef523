package sluice.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.geometry.Vec3;

/** Mosaics, multi-frame objects, bits and sizes that headers promise. */
final class SpecialFramesTest {
    private static final Vec3 FIRST = new Vec3(-20, 30, -40);
    private static final int NX = MadeSeries.NX;
    private static final int NY = MadeSeries.NY;

    @TempDir
    Path folder;

    /** A CSA header of the second edition with these elements. */
    private static byte[] csa(Map<String, String[]> elements) {
        ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        out.put("SV10".getBytes(StandardCharsets.US_ASCII)).putInt(0x01020304).putInt(elements.size()).putInt(77);
        elements.forEach((name, values) -> {
            out.put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 64)).putInt(1).put("IS\0\0".getBytes(
                    StandardCharsets.US_ASCII)).putInt(6).putInt(values.length).putInt(77);
            for (String value : values) {
                int length = value.length() + 1;
                out.putInt(length).putInt(length).putInt(77).putInt(length);
                out.put(Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), (length + 3) / 4 * 4));
            }
        });
        return Arrays.copyOf(out.array(), out.position());
    }

    private MadeSeries mosaic(Vec3 step, boolean up, Consumer<Attributes> change) throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        int count = 7;
        byte[] pixels = new byte[2 * 9 * NX * NY];
        for (int tile = 0; tile < count; tile++) {
            byte[] slice = made.pixels(FIRST.plus(step.times(tile)), NX, NY);
            for (int j = 0; j < NY; j++) {
                System.arraycopy(slice, 2 * NX * j, pixels, 2 * ((tile / 3 * NY + j) * 3 * NX + tile % 3 * NX), 2 * NX);
            }
        }
        // the header tells the corner of the whole mosaic, laid around the middle of the slice
        Attributes a = made.header(FIRST.minus(new Vec3(1.5 * NX, 2.0 * NY, 0)), 1);
        MadeSeries.image(a, 3 * NX, 3 * NY);
        a.setString(0x00080008, VR.CS, "ORIGINAL", "PRIMARY", "M", "MOSAIC");
        a.setDouble(0x00180088, VR.DS, step.length());
        a.setString(0x00290010, VR.LO, "SIEMENS CSA HEADER");
        a.setBytes(0x00291010, VR.OB, csa(Map.of("NumberOfImagesInMosaic", new String[] {"7"},
                "SliceNormalVector", new String[] {"0.0", "0.0", up ? "1.0" : "-1.0"})));
        change.accept(a);
        return made.write(a, pixels);
    }

    @Test
    void mosaicTilesLieWhereTheyBelong() throws IOException {
        for (boolean up : new boolean[] {true, false}) {
            Volume v = MadeSeries.only(mosaic(new Vec3(0, 0, up ? 3 : -3), up, a -> { }).read());
            assertEquals(List.of(7, NX, NY), List.of(v.grid().nz(), v.grid().nx(), v.grid().ny()));
            assertTrue(MadeSeries.worst(v, 0) < 0.51);
            assertEquals(up ? FIRST.z() : FIRST.z() - 18, v.grid().toLps(0, 0, 0).z(), 1e-6);
        }
    }

    @Test
    void mosaicWithoutItsHeaderIsSetAside() throws IOException {
        SeriesReader.Series s = mosaic(new Vec3(0, 0, 3), true, a -> a.setBytes(0x00291010, VR.OB, new byte[50])).read();
        assertEquals(List.of(Aside.Reason.UNKNOWN_MOSAIC), s.aside().stream().map(Aside::reason).toList());
    }

    @Test
    void damagedCsaHeadersNeverThrow() {
        byte[] whole = csa(Map.of("NumberOfImagesInMosaic", new String[] {"7"}));
        for (int i = 0; i < whole.length; i++) {
            CsaHeader.parse(Arrays.copyOf(whole, i));
            byte[] bent = whole.clone();
            bent[i] = (byte) 0xFF;
            CsaHeader.parse(bent).numbers("NumberOfImagesInMosaic");
        }
        assertEquals(7, CsaHeader.parse(whole).numbers("NumberOfImagesInMosaic")[0]);
    }

    private static Attributes in(Attributes parent, int sequence) {
        Attributes item = new Attributes();
        Sequence s = parent.newSequence(sequence, 1);
        s.add(item);
        return item;
    }

    /** Three slices at two times in one object, frames in no order. */
    private Attributes enhanced(MadeSeries made, ByteArrayOutputStream pixels, int declared) throws IOException {
        Attributes a = made.header(FIRST, 1);
        a.remove(0x00200032);
        a.remove(0x00200037);
        a.remove(0x00280030);
        Attributes shared = in(a, 0x52009229);
        in(shared, 0x00209116).setDouble(0x00200037, VR.DS, 1, 0, 0, 0, 1, 0);
        Attributes measures = in(shared, 0x00289110);
        measures.setDouble(0x00280030, VR.DS, 2, 1.5);
        measures.setDouble(0x00180050, VR.DS, 3);
        Sequence frames = a.newSequence(0x52009230, 6);
        for (int f : new int[] {4, 1, 5, 0, 3, 2}) {
            Attributes item = new Attributes();
            frames.add(item);
            Vec3 at = FIRST.plus(new Vec3(0, 0, 3 * (f % 3)));
            in(item, 0x00209113).setDouble(0x00200032, VR.DS, at.x(), at.y(), at.z());
            in(item, 0x00209111).setInt(0x00209128, VR.UL, f / 3 + 1);
            Attributes scale = in(item, 0x00289145);
            scale.setDouble(0x00281052, VR.DS, f / 3);
            scale.setDouble(0x00281053, VR.DS, 1);
            Attributes world = in(item, 0x00409096);
            world.setDouble(0x00409225, VR.FD, 0.25);
            world.setDouble(0x00409224, VR.FD, f);
            in(world, 0x004008EA).setString(0x00080100, VR.SH, "mm2/s");
            pixels.write(made.pixels(at, NX, NY));
        }
        a.setString(0x00280008, VR.IS, Integer.toString(declared));
        return a;
    }

    @Test
    void enhancedFramesByTheirFunctionalGroups() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        Attributes a = enhanced(made, pixels, 6);
        Volume v = MadeSeries.only(made.write(a, pixels.toByteArray()).read());
        assertEquals(List.of(3, 2), List.of(v.grid().nz(), v.times()));
        assertEquals(new Scaling(1, 1), v.scaling(0, 1));
        assertEquals(new RealWorld(new Scaling(0.25, 5), "mm2/s"), ((FramedVolume) v).stack().realWorld(2, 1).orElseThrow());
        assertTrue(MadeSeries.worst(v, 0) < 0.51);
        assertTrue(MadeSeries.worst(v, 1) < 1.51);
    }

    @Test
    void aThousandMillionFramesCostNothing() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        made.write(enhanced(made, pixels, 1_000_000_000), pixels.toByteArray());
        Attributes plain = made.header(FIRST, 2);
        plain.setString(0x00280008, VR.IS, "2000000000");
        plain.setString(0x0020000E, VR.UI, "9.9");
        made.write(plain, made.pixels(FIRST, NX, NY));
        Attributes wide = made.header(FIRST, 2);
        wide.setString(0x00280008, VR.IS, "50");
        wide.setInt(0x00280010, VR.US, 65535);
        wide.setInt(0x00280011, VR.US, 65535);
        made.write(wide, made.pixels(FIRST, NX, NY));
        SeriesReader.Series s = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> made.read());
        assertEquals(2, s.volumes().size());
        assertTrue(s.aside().stream().allMatch(x -> x.reason() == Aside.Reason.FRAMES_MISSING));
        assertEquals(List.of(50, 999_999_994, 1_999_999_999), s.aside().stream().map(Aside::frames).sorted().toList());
    }

    @Test
    void cutOffFileLosesItsSliceOnly() throws IOException {
        MadeSeries made = MadeSeries.axial(folder).slices(FIRST, new Vec3(0, 0, 3), 3);
        byte[] whole = Files.readAllBytes(made.files.get(1));
        Files.write(made.files.get(1), Arrays.copyOf(whole, whole.length - 10));
        SeriesReader.Series s = made.read();
        List<Slice> slices = List.of(MadeSeries.only(s).slice(0, 0), MadeSeries.only(s).slice(2, 0));
        assertTrue(slices.stream().allMatch(Slice.Shorts.class::isInstance));
        assertEquals(new Slice.Absent(NX, NY, Slice.Absent.Reason.TRUNCATED), MadeSeries.only(s).slice(1, 0));
    }

    @Test
    void bitsAboveHighBitAreNoValue() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        for (int signed = 0; signed < 2; signed++) {
            Attributes a = made.header(FIRST, 1);
            a.setString(0x0020000E, VR.UI, "9." + signed);
            a.setInt(0x00280101, VR.US, 12);
            a.setInt(0x00280102, VR.US, 11);
            a.setInt(0x00280103, VR.US, signed);
            byte[] pixels = new byte[2 * NX * NY];
            for (int i = 0; i < pixels.length; i += 2) {
                pixels[i] = (byte) 0xFE;
                pixels[i + 1] = (byte) 0x5F;
            }
            made.write(a, pixels);
        }
        List<Volume> volumes = made.read().volumes();
        assertEquals(List.of(0xFFE - 0.0, -2.0), List.of(volumes.get(0).slice(0, 0).stored(1, 1),
                volumes.get(1).slice(0, 0).stored(1, 1)));
    }

    @Test
    void doseGridsCountAlongTheNormal() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        Attributes a = made.header(FIRST, 1);
        a.setString(0x00280008, VR.IS, "4");
        a.setDouble(0x3004000C, VR.DS, 0, 2.5, 5, 7.5);
        a.setDouble(0x3004000E, VR.DS, 0.5);
        for (int k = 0; k < 4; k++) {
            pixels.write(made.pixels(FIRST.plus(new Vec3(0, 0, 2.5 * k)), NX, NY));
        }
        Volume v = MadeSeries.only(made.write(a, pixels.toByteArray()).read());
        assertEquals(List.of(4, 1), List.of(v.grid().nz(), v.times()));
        assertEquals(2.5, v.grid().spacing().z(), 1e-9);
        assertEquals(new Scaling(0.5, 0), v.scaling(3, 0));
        assertEquals(MadeSeries.value(v.grid().toLps(2, 3, 3)), v.slice(3, 0).stored(2, 3), 0.51);
    }
}
