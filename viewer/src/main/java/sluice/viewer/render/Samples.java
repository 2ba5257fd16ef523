package sluice.viewer.render;

/** Stored values of one sample per pixel, row by row. The arrays are shared, not copied, and not to be changed. */
public sealed interface Samples {

    /** Number of values. */
    int length();

    /** The stored value at a place in the array. */
    double at(int index);

    /** The least value that the kind of sample can have; minus infinity of floating point numbers. */
    double least();

    /** The greatest value that the kind of sample can have; infinity of floating point numbers. */
    double greatest();

    /**
     * Whole numbers of up to 16 bits.
     *
     * @param values bits above Bits Stored already cleared or filled with the sign
     * @param signed two's complement, -32768…32767, otherwise 0…65535
     */
    record Words(short[] values, boolean signed) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return signed ? values[index] : values[index] & 0xFFFF;
        }

        @Override
        public double least() {
            return signed ? Short.MIN_VALUE : 0;
        }

        @Override
        public double greatest() {
            return signed ? Short.MAX_VALUE : 0xFFFF;
        }
    }

    /** Floating point numbers, or whole ones of more than 16 bits, which beyond 2^24 are then rounded. */
    record Floats(float[] values) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return values[index];
        }

        @Override
        public double least() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public double greatest() {
            return Double.POSITIVE_INFINITY;
        }
    }
}
