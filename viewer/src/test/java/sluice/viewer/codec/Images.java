package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sluice.viewer.dicom.FrameLayout;

/** Generated frames of every shape. */
final class Images {
    private Images() {}

    static ImageFormat grey(int rows, int columns, int allocated, int stored, boolean signed) {
        return new ImageFormat(rows, columns, 1, allocated, stored, stored - 1, signed, "MONOCHROME2", false);
    }

    static ImageFormat colour(int rows, int columns, int allocated, String photometric, boolean planar) {
        return new ImageFormat(rows, columns, 3, allocated, allocated, allocated - 1, false, photometric, planar);
    }

    static FrameLayout layout(ImageFormat f, int frames) {
        return new FrameLayout(f.rows(), f.columns(), f.samples(), f.bitsAllocated(), frames, f.photometric());
    }

    /** Depths, signs, colours and sizes, odd and even, one pixel and long rows. */
    static List<ImageFormat> formats() {
        List<ImageFormat> all = new ArrayList<>();
        int[][] sizes = {{1, 1}, {1, 7}, {5, 1}, {3, 3}, {16, 16}, {11, 130}, {7, 300}};
        for (int[] size : sizes) {
            all.add(grey(size[0], size[1], 1, 1, false));
            for (int allocated : new int[] {8, 16, 32, 64}) {
                all.add(grey(size[0], size[1], allocated, allocated, false));
                all.add(grey(size[0], size[1], allocated, allocated, true));
            }
            all.add(grey(size[0], size[1], 16, 12, false));
            all.add(grey(size[0], size[1], 16, 12, true));
            all.add(new ImageFormat(size[0], size[1], 1, 8, 8, 7, false, "PALETTE COLOR", false));
            for (String photometric : new String[] {"RGB", "YBR_FULL"}) {
                for (int allocated : new int[] {8, 16, 32}) {
                    all.add(colour(size[0], size[1], allocated, photometric, false));
                    all.add(colour(size[0], size[1], allocated, photometric, true));
                }
            }
            if (size[1] % 2 == 0) {
                all.add(colour(size[0], size[1], 8, "YBR_FULL_422", false));
                all.add(colour(size[0], size[1], 8, "YBR_PARTIAL_422", false));
            }
        }
        return all;
    }

    /** Noise with stretches of one value; unused bits are 0, or repeat the sign. */
    static Raster raster(ImageFormat f, SplittableRandom random) {
        int n = f.sampleBytes();
        byte[] bytes = new byte[f.rows() * f.columns() * f.samples() * n];
        long value = 0;
        for (int i = 0; i < bytes.length; i += n) {
            if (random.nextInt(4) > 0) {
                value = random.nextLong();
            }
            put(bytes, i, n, stored(f, value));
        }
        if (Subsampled.is(f)) {
            for (int i = 0; i < bytes.length; i += 6 * n) {
                System.arraycopy(bytes, i + n, bytes, i + 4 * n, 2 * n);
            }
        }
        return new Raster(f.rows(), f.columns(), f.samples(), n, bytes, Subsampled.widened(f.photometric()));
    }

    private static long stored(ImageFormat f, long value) {
        int unused = 64 - f.bitsStored();
        return f.signed() ? value << unused >> unused : value << unused >>> unused;
    }

    static void put(byte[] bytes, int at, int n, long value) {
        for (int i = 0; i < n; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
