package sluice.viewer.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.nifti.NiftiException.Reason;

class NiftiHostileTest {

    @TempDir
    Path dir;

    @Test
    void contradictionsAreRefusedByName() throws IOException {
        refused(Reason.NOT_NIFTI, b -> b.putInt(0, 347));
        refused(Reason.NOT_NIFTI, b -> b.put(346, (byte) '7'));
        refused(Reason.BAD_DIMENSIONS, b -> b.putShort(40, (short) 0));
        refused(Reason.BAD_DIMENSIONS, b -> b.putShort(40, (short) 8));
        refused(Reason.BAD_DIMENSIONS, b -> b.putShort(40, (short) -1));
        refused(Reason.BAD_DIMENSIONS, b -> b.putShort(44, (short) -3));
        refused(Reason.BAD_DIMENSIONS, b -> {
            b.putShort(40, (short) 7);
            for (int i = 1; i <= 7; i++) {
                b.putShort(40 + 2 * i, Short.MAX_VALUE);
            }
        });
        refused(Reason.TRUNCATED, b -> b.putShort(42, Short.MAX_VALUE));
        refused(Reason.BAD_DATATYPE, b -> b.putShort(70, (short) 3));
        refused(Reason.BITPIX_MISMATCH, b -> b.putShort(72, (short) 8));
        refused(Reason.BAD_OFFSET, b -> b.putFloat(108, 0));
        refused(Reason.BAD_OFFSET, b -> b.putFloat(108, 348));
        refused(Reason.BAD_OFFSET, b -> b.putFloat(108, -352));
        refused(Reason.BAD_OFFSET, b -> b.putFloat(108, 352.5f));
        refused(Reason.BAD_OFFSET, b -> b.putFloat(108, Float.NaN));
        refused(Reason.BAD_OFFSET, b -> b.putFloat(108, 1e9f));
        refused(Reason.BAD_OFFSET, b -> b.putFloat(108, Float.POSITIVE_INFINITY));
        refused(Reason.TRUNCATED, b -> b.putFloat(108, 368));
    }

    private void refused(Reason reason, Consumer<ByteBuffer> damage) throws IOException {
        for (ByteOrder order : Gen.ORDERS) {
            NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, order, NiftiDatatype.named("INT16"), 5, 4, 3);
            Path file = dir.resolve("h.nii");
            Gen.write(file, header, List.of(), new byte[(int) header.voxelBytes()]);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(order);
            damage.accept(bytes);
            Files.write(file, bytes.array());
            NiftiRoundTripTest.assertReason(reason, () -> new NiftiReader().read(file));
        }
    }

    @Test
    void extensionsThatLieAboutTheirSizeAreRefused() throws IOException {
        for (int size : new int[] {-16, 1, 8, 15, 17, 40, 96, 1 << 30, Integer.MIN_VALUE}) {
            Path file = withExtension(size);
            NiftiRoundTripTest.assertReason(Reason.BAD_EXTENSION, () -> new NiftiReader().read(file));
            assertEquals(5, new NiftiReader().readHeader(file).size(1), "the header alone can still be shown");
        }
        assertEquals(2, new NiftiReader().read(withExtension(48)).extensions().size());
    }

    /** Two extensions of 48 and 32 bytes, of which the first claims {@code size}. */
    private Path withExtension(int size) throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_2, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("UINT8"), 5);
        Path file = dir.resolve("e" + size + ".nii");
        byte[] text = new byte[40];
        Arrays.fill(text, (byte) 1);
        Gen.write(file, header, List.of(new NiftiExtension(6, text), new NiftiExtension(6, Arrays.copyOf(text, 24))), new byte[5]);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.putInt(544, size);
        return Files.write(file, bytes.array());
    }

    @Test
    void zerosBetweenExtensionsAndVoxelsArePadding() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 5);
        Path file = dir.resolve("p.nii");
        NiftiExtension comment = new NiftiExtension(6, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        Gen.write(file, header, List.of(comment, new NiftiExtension(0, new byte[24])), new byte[] {1, 2, 3, 4, 5});
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(368, 0);
        Files.write(file, bytes.array());
        assertEquals(List.of(comment), new NiftiReader().read(file).extensions());
        bytes.put(380, (byte) 9);
        Files.write(file, bytes.array());
        NiftiRoundTripTest.assertReason(Reason.BAD_EXTENSION, () -> new NiftiReader().read(file));
    }

    @Test
    void aFileCutAnywhereIsTruncatedOrMissesVoxels() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("INT16"), 6, 6);
        Path whole = dir.resolve("w.nii");
        Gen.write(whole, header, List.of(), Gen.bytes(new Random(4), header.voxelBytes()));
        byte[] plain = Files.readAllBytes(whole);
        byte[] zipped = Gen.gzip(plain);
        Path cut = dir.resolve("cut.nii");
        for (byte[] bytes : List.of(plain, zipped)) {
            for (int n = 0; n < bytes.length; n++) {
                Files.write(cut, Arrays.copyOf(bytes, n));
                Reason reason = outcome(cut);
                assertTrue(Set.of(Reason.TRUNCATED, Reason.BAD_OFFSET, Reason.BAD_COMPRESSION, Reason.NOT_NIFTI)
                    .contains(reason), n + " bytes: " + reason);
            }
        }
        Files.write(cut, zipped);
        assertEquals(null, outcome(cut));
    }

    @Test
    void aWrongChecksumIsNoticed() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("INT16"), 6, 6);
        Path file = dir.resolve("c.nii.gz");
        Gen.write(file, header, List.of(), Gen.bytes(new Random(4), header.voxelBytes()));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 1;
        Files.write(file, bytes);
        assertEquals(Reason.BAD_COMPRESSION, outcome(file));
    }

    @Test
    void aSmallFileThatPromisesTerabytesIsRefusedWithoutInflating() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_2, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"),
            1L << 40);
        Path bomb = dir.resolve("bomb.nii.gz");
        Files.write(bomb, Gen.gzip(header.raw()));
        assertEquals(Reason.TRUNCATED, outcome(bomb));
    }

    @Test
    void whatInflatesBeyondTheHeadersPromiseIsNotRead() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 8);
        Path file = dir.resolve("long.nii.gz");
        Files.write(file, Gen.gzip(Arrays.copyOf(header.raw(), 8 << 20)));
        Path out = dir.resolve("short.nii");
        new NiftiWriter().rewrite(file, out, header, List.of());
        assertEquals(360, Files.size(out));
    }

    @Test
    void moreThanTheCallerAllowsIsNotLoaded() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 80);
        Path file = dir.resolve("l.nii");
        Gen.write(file, header, List.of(), new byte[80]);
        NiftiRoundTripTest.assertReason(Reason.TOO_LARGE, () -> new NiftiReader().read(file).load(79));
        assertEquals(80, new NiftiReader().read(file).load(80).count());
    }

    @Test
    void halfAPairIsNamedAsSuch() throws IOException {
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 8);
        Gen.write(dir.resolve("x.hdr"), header, List.of(), new byte[8]);
        Files.move(dir.resolve("x.img"), dir.resolve("y.img"));
        assertEquals(Reason.IMAGE_MISSING, outcome(dir.resolve("x.hdr")));
        assertEquals(Reason.HEADER_MISSING, outcome(dir.resolve("y.img")));
        Files.write(dir.resolve("x.img.gz"), Gen.gzip(new byte[8]));
        assertEquals(null, outcome(dir.resolve("x.hdr")), "the halves may be compressed separately");
    }

    @Test
    void mutatedFilesReadOrFailWithAReason() throws IOException {
        Random random = new Random(6);
        Set<Reason> seen = EnumSet.noneOf(Reason.class);
        int read = 0;
        Path file = dir.resolve("m.nii");
        for (int n = 0; n < 6000; n++) {
            NiftiVersion version = n % 2 == 0 ? NiftiVersion.NIFTI_1 : NiftiVersion.NIFTI_2;
            NiftiHeader header = Gen.header(version, Gen.ORDERS.get(n / 2 % 2), "INT16", random);
            byte[] head = header.raw();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                head[random.nextInt(head.length)] = (byte) random.nextInt(256);
            }
            byte[] all = Arrays.copyOf(head, head.length + 4 + (int) header.voxelBytes() + random.nextInt(64));
            all[head.length] = (byte) random.nextInt(2);
            Files.write(file, n % 5 == 0 ? Gen.gzip(all) : all);
            Reason reason = outcome(file);
            if (reason == null) {
                read++;
            } else {
                seen.add(reason);
            }
        }
        assertTrue(read > 1000, read + " still readable");
        assertTrue(seen.size() >= 6, seen::toString);
    }

    /** Null when header, extensions, orientation or its refusal, and all voxels came; anything but a typed failure escapes. */
    private static Reason outcome(Path file) throws IOException {
        try {
            NiftiImage image = new NiftiReader().read(file);
            try {
                image.header().grid();
            } catch (NiftiException e) {
                assertFalse(e.getMessage().isEmpty());
            }
            try (InputStream in = image.openVoxels()) {
                assertEquals(image.header().voxelBytes(), in.transferTo(java.io.OutputStream.nullOutputStream()));
            }
            return null;
        } catch (NiftiException e) {
            assertFalse(e.getMessage().contains("nii"), "the message holds no path");
            return e.reason();
        }
    }
}
