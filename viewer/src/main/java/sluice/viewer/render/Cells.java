package sluice.viewer.render;

import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;

/** Values by slice and place in the slice; NaN is padding. One small class per kind, so that the loops stay monomorphic. */
abstract class Cells {

    /**
     * A value.
     *
     * @param k slice, one of those that were given
     * @param index place in the slice's array
     */
    abstract double at(int k, int index);

    /** Stored values. @param slices by third index; null where the picture needs none; at least one is not null */
    static Cells stored(Samples[] slices, Optional<PixelPadding> padding) {
        short[][] words = new short[slices.length][];
        float[][] floats = new float[slices.length][];
        boolean whole = false;
        boolean signed = false;
        for (int k = 0; k < slices.length; k++) {
            if (slices[k] instanceof Samples.Words w) {
                words[k] = w.values();
                signed = w.signed();
                whole = true;
            } else if (slices[k] instanceof Samples.Floats f) {
                floats[k] = f.values();
            }
        }
        Cells plain = whole ? new Words(words, signed) : new Floats(floats);
        return padding.<Cells>map(p -> new Padded(plain, p.from(), p.to())).orElse(plain);
    }

    /** Real values of slices that each have a rescale of their own. */
    Cells rescaled(Rescale[] rescales) {
        return new Rescaled(this, rescales);
    }

    private static final class Words extends Cells {
        private final short[][] slices;
        private final int flip;
        private final int offset;

        /** Values without sign have their highest bit flipped to fit the sign of a short, which the offset undoes. */
        Words(short[][] slices, boolean signed) {
            this.slices = slices;
            this.flip = signed ? 0 : 0x8000;
            this.offset = signed ? 0 : 0x8000;
        }

        @Override
        double at(int k, int index) {
            return (short) (slices[k][index] ^ flip) + offset;
        }
    }

    private static final class Floats extends Cells {
        private final float[][] slices;

        Floats(float[][] slices) {
            this.slices = slices;
        }

        @Override
        double at(int k, int index) {
            return slices[k][index];
        }
    }

    private static final class Padded extends Cells {
        private final Cells inner;
        private final double from;
        private final double to;

        Padded(Cells inner, double from, double to) {
            this.inner = inner;
            this.from = from;
            this.to = to;
        }

        @Override
        double at(int k, int index) {
            double v = inner.at(k, index);
            return v >= from && v <= to ? Double.NaN : v;
        }
    }

    private static final class Rescaled extends Cells {
        private final Cells inner;
        private final double[] slopes;
        private final double[] intercepts;

        Rescaled(Cells inner, Rescale[] rescales) {
            this.inner = inner;
            this.slopes = new double[rescales.length];
            this.intercepts = new double[rescales.length];
            for (int k = 0; k < rescales.length; k++) {
                if (rescales[k] != null) {
                    slopes[k] = rescales[k].slope();
                    intercepts[k] = rescales[k].intercept();
                }
            }
        }

        @Override
        double at(int k, int index) {
            return slopes[k] * inner.at(k, index) + intercepts[k];
        }
    }
}
