package sluice.viewer.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NiftiRoundTripTest {

    private static final List<String> TYPES = NiftiTables.byCode().values().stream().map(NiftiDatatype::name).toList();

    @TempDir
    Path dir;

    @Test
    void everyVersionOrderDatatypeAndFormComesBack() throws IOException {
        Random random = new Random(1);
        int n = 0;
        for (NiftiVersion version : NiftiVersion.values()) {
            boolean analyze = version == NiftiVersion.ANALYZE_75;
            for (ByteOrder order : Gen.ORDERS) {
                for (String type : TYPES) {
                    for (String ending : List.of(".nii", ".nii.gz", ".hdr", ".img.gz", ".HDR", ".IMG")) {
                        if (analyze && ending.startsWith(".nii")) {
                            continue;
                        }
                        Path file = dir.resolve("f" + n++ + ending);
                        NiftiHeader header = Gen.header(version, order, type, random);
                        byte[] voxels = Gen.bytes(random, header.voxelBytes());
                        List<NiftiExtension> ext = analyze ? List.of() : Gen.extensions(random);
                        Gen.write(file, header, ext, voxels);

                        NiftiImage back = new NiftiReader().read(file);
                        assertEquals(version, back.header().version());
                        assertEquals(order, back.header().order());
                        assertArrayEquals(header.dim(), back.header().dim());
                        assertEquals(ext, back.extensions());
                        assertEquals(!ending.startsWith(".nii"), back.header().isPair());
                        assertEquals(back.header(), new NiftiReader().readHeader(file));
                        try (InputStream in = back.openVoxels()) {
                            assertArrayEquals(voxels, in.readAllBytes());
                        }
                        Path again = dir.resolve("g" + n + ending);
                        new NiftiWriter().write(again, back);
                        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again), "same content, same bytes");
                    }
                }
            }
        }
    }

    @Test
    void storedNumbersReadAsTheirTypeInBothOrders() throws IOException {
        for (ByteOrder order : Gen.ORDERS) {
            assertEquals(-2, one(order, "INT8", b -> b.put((byte) -2)));
            assertEquals(254, one(order, "UINT8", b -> b.put((byte) -2)));
            assertEquals(-2, one(order, "INT16", b -> b.putShort((short) -2)));
            assertEquals(65534, one(order, "UINT16", b -> b.putShort((short) -2)));
            assertEquals(-2, one(order, "INT32", b -> b.putInt(-2)));
            assertEquals(4294967294.0, one(order, "UINT32", b -> b.putInt(-2)));
            assertEquals(-2, one(order, "INT64", b -> b.putLong(-2)));
            assertEquals(0x1p64, one(order, "UINT64", b -> b.putLong(-2)));
            assertEquals(1e-3f, one(order, "FLOAT32", b -> b.putFloat(1e-3f)));
            assertEquals(1e-3, one(order, "FLOAT64", b -> b.putDouble(1e-3)));
            assertEquals(1.5, one(order, "COMPLEX64", b -> b.putFloat(1.5f).putFloat(9)));
            assertEquals(7, one(order, "RGB24", b -> b.put((byte) 7).put((byte) 8).put((byte) 9)));
        }
    }

    private double one(ByteOrder order, String type, java.util.function.Consumer<ByteBuffer> put) throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, order, NiftiDatatype.named(type), 1);
        ByteBuffer b = ByteBuffer.allocate((int) header.voxelBytes()).order(order);
        put.accept(b);
        Path file = dir.resolve(type + order + ".nii");
        Gen.write(file, header, List.of(), b.array());
        return new NiftiReader().read(file).load(100).value(0);
    }

    @Test
    void scalingAppliesToNumbersButNotToColourAndNotWhereSlopeIsZero() throws IOException {
        byte[] v = {10, 20, 30};
        NiftiHeader grey = NiftiHeader.create(NiftiVersion.NIFTI_2, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("UINT8"), 3);
        assertEquals(2.5 * 20 - 4, value(grey.withNumber("scl_slope", 0, 2.5).withNumber("scl_inter", 0, -4), v, 1));
        assertEquals(20, value(grey.withNumber("scl_slope", 0, 0).withNumber("scl_inter", 0, -4), v, 1));
        assertEquals(20, value(grey.withNumber("scl_slope", 0, Double.NaN).withNumber("scl_inter", 0, -4), v, 1));
        NiftiHeader colour = NiftiHeader.create(NiftiVersion.NIFTI_2, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("RGB24"), 1);
        assertEquals(10, value(colour.withNumber("scl_slope", 0, 2.5).withNumber("scl_inter", 0, -4), v, 0));
    }

    private double value(NiftiHeader header, byte[] voxels, int i) throws IOException {
        Path file = dir.resolve("scaled.nii");
        Gen.write(file, header, List.of(), voxels);
        return new NiftiReader().read(file).load(100).value(i);
    }

    @Test
    void indexRunsFastestAlongTheFirstAxis() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"),
            3, 4, 5, 2);
        byte[] v = new byte[120];
        for (int i = 0; i < v.length; i++) {
            v[i] = (byte) i;
        }
        Path file = dir.resolve("a.nii");
        Gen.write(file, header, List.of(), v);
        NiftiVoxels voxels = new NiftiReader().read(file).load(1000);
        assertEquals(120, voxels.count());
        assertEquals(2 + 3 * (3 + 4 * (4 + 5)), voxels.value(voxels.index(2, 3, 4, 1)));
        assertThrows(IndexOutOfBoundsException.class, () -> voxels.index(3, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> voxels.index(0, 0, 0, 0, 1));
    }

    @Test
    void rewritingKeepsTheVoxelsAndDropsWhatStoodAroundThem() throws IOException {
        Random random = new Random(2);
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("INT16"), 9, 7, 5)
            .withText("descrip", Gen.ascii("scan of PLANTED"));
        byte[] voxels = Gen.bytes(random, header.voxelBytes());
        Path in = dir.resolve("in.nii");
        Gen.write(in, header, List.of(new NiftiExtension(6, Gen.ascii("note on PLANTED"))), voxels);
        byte[] withTail = Arrays.copyOf(Files.readAllBytes(in), (int) Files.size(in) + 40);
        System.arraycopy(Gen.ascii("PLANTED behind"), 0, withTail, withTail.length - 20, 14);
        Files.write(in, withTail);

        for (String name : List.of("out.nii", "out.nii.gz", "out.hdr")) {
            Path out = dir.resolve(name);
            NiftiHeader cleaned = new NiftiReader().readHeader(in).cleared();
            new NiftiWriter().rewrite(in, out, cleaned, List.of());
            NiftiImage back = new NiftiReader().read(out);
            assertEquals(List.of(), back.extensions());
            assertEquals(List.of(), back.header().filledTextFields());
            try (InputStream s = back.openVoxels()) {
                assertArrayEquals(voxels, s.readAllBytes());
            }
            assertFalse(new String(Files.readAllBytes(out), java.nio.charset.StandardCharsets.ISO_8859_1).contains("PLANTED"));
        }
        assertEquals(352 + voxels.length, Files.size(dir.resolve("out.nii")));
    }

    @Test
    void gzipOutputCarriesNeitherNameNorTime() throws IOException {
        Path file = dir.resolve("secret-name.nii.gz");
        Gen.write(file, Gen.header(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, "UINT8", new Random(3)), List.of(),
            new byte[(int) Gen.header(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, "UINT8", new Random(3)).voxelBytes()]);
        byte[] b = Files.readAllBytes(file);
        assertEquals(0, b[3], "no flags: no name, no comment, no extra field");
        assertArrayEquals(new byte[4], Arrays.copyOfRange(b, 4, 8), "modification time 0");
    }

    @Test
    void aFailedWriteLeavesNothing() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 10);
        for (String name : List.of("a.nii", "a.nii.gz", "a.img")) {
            assertReason(NiftiException.Reason.TRUNCATED, () -> Gen.write(dir.resolve(name), header, List.of(), new byte[9]));
            assertReason(NiftiException.Reason.BAD_REQUEST, () -> Gen.write(dir.resolve(name), header, List.of(), new byte[11]));
        }
        Thread.currentThread().interrupt();
        assertThrows(IOException.class, () -> Gen.write(dir.resolve("a.nii"), header, List.of(), new byte[10]));
        assertTrue(Thread.interrupted(), "the interruption stays visible to the caller");
        try (Stream<Path> left = Files.list(dir)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void interruptionBetweenBuffersStops() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_2, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"),
            1 << 20);
        List<Long> seen = new ArrayList<>();
        NiftiWriter writer = new NiftiWriter(1, done -> {
            seen.add(done);
            if (seen.size() == 3) {
                Thread.currentThread().interrupt();
            }
        });
        assertThrows(InterruptedIOException.class, () -> writer.write(dir.resolve("a.nii.gz"), header, List.of(),
            new ByteArrayInputStream(new byte[1 << 20])));
        assertTrue(Thread.interrupted());
        assertEquals(3, seen.size());
    }

    @Test
    void namesAndFormsThatDoNotGoTogetherAreRefused() throws IOException {
        NiftiHeader n1 = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 2);
        NiftiHeader a = NiftiHeader.create(NiftiVersion.ANALYZE_75, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 2);
        NiftiException.Reason bad = NiftiException.Reason.BAD_REQUEST;
        assertReason(bad, () -> Gen.write(dir.resolve("a.mha"), n1, List.of(), new byte[2]));
        assertReason(bad, () -> Gen.write(dir.resolve("a.nii"), a, List.of(), new byte[2]));
        assertReason(bad, () -> Gen.write(dir.resolve("a.hdr"), a, List.of(new NiftiExtension(6, new byte[8])), new byte[2]));
        Path in = dir.resolve("in.nii");
        Gen.write(in, n1, List.of(), new byte[2]);
        NiftiHeader other = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 1, 2);
        assertReason(bad, () -> new NiftiWriter().rewrite(in, dir.resolve("b.nii"), other, List.of()));
    }

    static void assertReason(NiftiException.Reason reason, org.junit.jupiter.api.function.Executable code) {
        assertEquals(reason, assertThrows(NiftiException.class, code).reason());
    }
}
