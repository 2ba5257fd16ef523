package sluice.viewer.render;

import java.util.Arrays;

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

    /** A slice that is not there: all its values are NaN. */
    record Missing(int length) implements Samples {
        @Override
        public double at(int index) {
            return Double.NaN;
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

    /**
     * The same slices, all of one kind: where some are missing or of another kind, all become floating point numbers.
     *
     * @param slices null where none is needed
     */
    static Samples[] alike(Samples[] slices) {
        boolean words = false;
        boolean others = false;
        for (Samples slice : slices) {
            words |= slice instanceof Words;
            others |= slice instanceof Floats || slice instanceof Missing;
        }
        if (!others || !words && Arrays.stream(slices).noneMatch(Missing.class::isInstance)) {
            return slices;
        }
        Samples[] alike = new Samples[slices.length];
        for (int k = 0; k < slices.length; k++) {
            alike[k] = slices[k] == null || slices[k] instanceof Floats ? slices[k] : numbers(slices[k]);
        }
        return alike;
    }

    private static Floats numbers(Samples slice) {
        float[] values = new float[slice.length()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) slice.at(n);
        }
        return new Floats(values);
    }
}
