package sluice.app.deid.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks DICOM files: some mutations know the format, most do not. The same seed gives the same file. */
final class Mutator {
    private static final byte[][] VRS = {vr("SQ"), vr("UN"), vr("OB"), vr("OW"), vr("PN"), vr("LO"), vr("UT"), vr("UI"), vr("DS"),
        vr("DA"), vr("AT"), vr("OV"), vr("UC"), vr("US"), vr("??"), {0, 0}};
    private static final int[] LENGTHS = {0, 1, 2, 0x7f, 0xff, 0xffff, 0xfffe, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 0x10000};
    private static final int[] TAGS = {0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD, 0x7FE00010, 0x00100010, 0x00080005, 0x00020010, 0x00020000,
        0x00090010, 0x00091001, 0x60003000, 0x0040A730, 0x52009230, 0x00420011, 0x7FE00001};
    private final List<byte[]> files;

    Mutator(List<byte[]> files) {
        this.files = files;
    }

    private static byte[] vr(String name) {
        return new byte[] {(byte) name.charAt(0), (byte) name.charAt(1)};
    }

    /** The input with this number. */
    byte[] input(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        byte[] file = files.get(random.nextInt(files.size())).clone();
        int times = 1 + random.nextInt(random.nextInt(8) + 1);
        for (int i = 0; i < times && file.length > 160; i++) {
            file = mutated(file, random);
        }
        return file;
    }

    private byte[] mutated(byte[] file, Random random) {
        // headers are where the structure is; group 0002 and the first elements get their share
        int at = random.nextInt(4) == 0 ? 128 + random.nextInt(Math.min(file.length - 136, 400)) : random.nextInt(file.length - 12);
        switch (random.nextInt(12)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt(256);
            case 2 -> put32(file, at & ~1, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 3 -> put16(file, at & ~1, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 4 -> tag(file, at & ~1, TAGS[random.nextInt(TAGS.length)]);
            case 5 -> System.arraycopy(VRS[random.nextInt(VRS.length)], 0, file, at & ~1, 2);
            case 6 -> {
                return Arrays.copyOf(file, at);
            }
            case 7 -> {
                return spliced(file, at, 0, chunk(file, random));
            }
            case 8 -> {
                return spliced(file, at, Math.min(random.nextInt(64), file.length - at), new byte[0]);
            }
            case 9 -> {
                byte[] other = files.get(random.nextInt(files.size()));
                return spliced(file, at, 0, chunk(other, random));
            }
            case 10 -> {
                byte[] chunk = chunk(file, random);
                System.arraycopy(chunk, 0, file, Math.min(at, file.length - chunk.length), chunk.length);
            }
            default -> vrOfAnElement(file, random);
        }
        return file;
    }

    /** Puts another VR where one stands, so that the structure around stays whole. */
    private static void vrOfAnElement(byte[] file, Random random) {
        int from = 132 + random.nextInt(file.length - 140);
        for (int i = from; i < Math.min(file.length - 2, from + 200); i++) {
            if (file[i] >= 'A' && file[i] <= 'Z' && file[i + 1] >= 'A' && file[i + 1] <= 'Z' && file[i - 3] == 0) {
                System.arraycopy(VRS[random.nextInt(VRS.length)], 0, file, i, 2);
                return;
            }
        }
    }

    private static byte[] chunk(byte[] file, Random random) {
        int length = 1 + random.nextInt(Math.min(file.length - 1, 1 << random.nextInt(9)));
        int from = random.nextInt(file.length - length);
        return Arrays.copyOfRange(file, from, from + length);
    }

    private static byte[] spliced(byte[] file, int at, int removed, byte[] inserted) {
        byte[] out = new byte[file.length - removed + inserted.length];
        System.arraycopy(file, 0, out, 0, at);
        System.arraycopy(inserted, 0, out, at, inserted.length);
        System.arraycopy(file, at + removed, out, at + inserted.length, file.length - at - removed);
        return out;
    }

    private static void put16(byte[] b, int at, int v) {
        b[at] = (byte) v;
        b[at + 1] = (byte) (v >>> 8);
    }

    private static void put32(byte[] b, int at, int v) {
        put16(b, at, v);
        put16(b, at + 2, v >>> 16);
    }

    private static void tag(byte[] b, int at, int tag) {
        put16(b, at, tag >>> 16);
        put16(b, at + 2, tag);
    }
}
