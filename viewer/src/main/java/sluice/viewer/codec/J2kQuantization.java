package sluice.viewer.codec;

/**
 * Quantisation of a tile component (QCD and QCC, ISO/IEC 15444-1 A.6.4).
 *
 * @param style 0 none, 1 derived from the lowest subband, 2 given for each
 * @param guard guard bits
 * @param exponents mantissas of the subbands, from the lowest resolution up
 */
record J2kQuantization(int style, int guard, int[] exponents, int[] mantissas) {

    static J2kQuantization read(SegmentReader in) throws CodecException {
        int s = in.u8();
        int style = s & 31;
        if (style > 2) {
            throw SegmentReader.corrupt("The quantisation is none of JPEG 2000");
        }
        int count = style == 0 ? in.remaining() : style == 1 ? 1 : in.remaining() / 2;
        if (count < 1 || count > 97) {
            throw SegmentReader.corrupt("The quantisation has a wrong number of steps");
        }
        int[] exponents = new int[count];
        int[] mantissas = new int[count];
        for (int i = 0; i < count; i++) {
            int v = style == 0 ? in.u8() << 8 : in.u16();
            exponents[i] = v >> 11;
            mantissas[i] = v & 0x7ff;
        }
        return new J2kQuantization(style, s >> 5, exponents, mantissas);
    }

    /** Index of a subband: 0 is the lowest, then HL, LH, HH of each resolution. */
    private int index(int resolution, int orientation) throws CodecException {
        int i = style == 1 || resolution == 0 ? 0 : 3 * (resolution - 1) + orientation;
        if (i >= exponents.length) {
            throw SegmentReader.corrupt("A subband has no quantisation step");
        }
        return i;
    }

    private int exponent(int resolution, int orientation) throws CodecException {
        int e = exponents[index(resolution, orientation)];
        return style == 1 ? e - Math.max(0, resolution - 1) : e;
    }

    /** Magnitude bit-planes of a subband (E-2). */
    int planes(int resolution, int orientation) throws CodecException {
        return guard + exponent(resolution, orientation) - 1;
    }

    /**
     * Step size of a subband (E-3).
     *
     * @param orientation 0 LL, 1 HL, 2 LH, 3 HH
     */
    float step(int resolution, int orientation, int precision) throws CodecException {
        int gain = orientation == 0 ? 0 : orientation == 3 ? 2 : 1;
        double mantissa = 1 + mantissas[index(resolution, orientation)] / 2048.0;
        return (float) (mantissa * Math.pow(2, precision + gain - exponent(resolution, orientation)));
    }
}
