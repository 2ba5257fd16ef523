package sluice.viewer.volume;

/**
 * The values of one slice as stored, i fastest. Arrays are shared, not copied. {@link Scaling} is not applied.
 */
public sealed interface Slice {

    /** Voxels along i. */
    int nx();

    /** Voxels along j. */
    int ny();

    /** The stored value of voxel (i, j); NaN where the slice is absent, of colour its brightness (ITU-R BT.601). */
    double stored(int i, int j);

    /** Up to 16 bits. */
    record Shorts(int nx, int ny, short[] values, boolean signed) implements Slice {
        public Shorts {
            check(nx, ny, 1, values.length);
        }

        @Override
        public double stored(int i, int j) {
            short v = values[i + nx * j];
            return signed ? v : v & 0xFFFF;
        }
    }

    /** More than 16 bits, or floating point. */
    record Numbers(int nx, int ny, double[] values) implements Slice {
        public Numbers {
            check(nx, ny, 1, values.length);
        }

        @Override
        public double stored(int i, int j) {
            return values[i + nx * j];
        }
    }

    /** Colour: red, green and blue of 8 bits each, interleaved. */
    record Colours(int nx, int ny, byte[] rgb) implements Slice {
        public Colours {
            check(nx, ny, 3, rgb.length);
        }

        @Override
        public double stored(int i, int j) {
            int at = 3 * (i + nx * j);
            return 0.299 * (rgb[at] & 0xFF) + 0.587 * (rgb[at + 1] & 0xFF) + 0.114 * (rgb[at + 2] & 0xFF);
        }
    }

    /** A slice that is not there: missing in the series, or its frame cannot be decoded. */
    record Absent(int nx, int ny, Reason reason) implements Slice {

        /** Why. */
        public enum Reason {
            /** no frame was given for this place */
            MISSING,
            /** the file ends before the frame does */
            TRUNCATED,
            /** the frame cannot be decoded: damaged, or of a kind that no decoder here knows */
            UNDECODABLE
        }

        @Override
        public double stored(int i, int j) {
            return Double.NaN;
        }
    }

    private static void check(int nx, int ny, int each, int length) {
        if (length != (long) nx * ny * each) {
            throw new IllegalArgumentException("the array is not that of the slice's size");
        }
    }
}
