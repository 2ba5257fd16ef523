package sluice.viewer.codec;

/** Component transforms and the level shift (ISO/IEC 15444-1 Annex G). */
final class J2kColour {
    private J2kColour() {}

    static void fromRct(int[] y, int[] u, int[] v) {
        for (int i = 0; i < y.length; i++) {
            int green = y[i] - (u[i] + v[i] >> 2);
            y[i] = v[i] + green;
            int blue = u[i] + green;
            u[i] = green;
            v[i] = blue;
        }
    }

    static void toRct(int[] red, int[] green, int[] blue) {
        for (int i = 0; i < red.length; i++) {
            int g = green[i];
            int y = red[i] + 2 * g + blue[i] >> 2;
            green[i] = blue[i] - g;
            blue[i] = red[i] - g;
            red[i] = y;
        }
    }

    static void fromIct(float[] y, float[] cb, float[] cr) {
        for (int i = 0; i < y.length; i++) {
            float red = y[i] + 1.402f * cr[i];
            float green = y[i] - 0.34413f * cb[i] - 0.71414f * cr[i];
            float blue = y[i] + 1.772f * cb[i];
            y[i] = red;
            cb[i] = green;
            cr[i] = blue;
        }
    }

    static int[] rounded(float[] values) {
        int[] out = new int[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) Math.rint(values[i]);
        }
        return out;
    }

    /** Brings values into the range of their precision; those without sign are around zero until now. */
    static void shiftAndCut(int[] values, int precision, boolean signed) {
        int low = signed ? -(1 << precision - 1) : 0;
        int high = low + (1 << precision) - 1;
        int add = signed ? 0 : 1 << precision - 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(low, Math.min(high, values[i] + add));
        }
    }
}
