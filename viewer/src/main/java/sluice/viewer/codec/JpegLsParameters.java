package sluice.viewer.codec;

/**
 * What the coding of a JPEG-LS scan depends on (ITU-T T.87 C.2.4.1.1 and A.2.1).
 *
 * @param maxval largest value
 * @param near largest error, 0 for lossless
 * @param t1 t2 t3 thresholds of the gradients
 * @param reset occurrences after which a context's counts are halved
 */
record JpegLsParameters(int maxval, int near, int t1, int t2, int t3, int reset) {

    /**
     * The defaults, with what an LSE segment gives instead.
     *
     * @param preset MAXVAL, T1, T2, T3, RESET; 0 for the default
     */
    static JpegLsParameters of(int precision, int near, int[] preset) throws CodecException {
        int top = (1 << precision) - 1;
        int maxval = preset[0] == 0 ? top : preset[0];
        if (maxval > top) {
            throw SegmentReader.corrupt("The largest value is above the precision");
        }
        if (near > Math.min(255, maxval / 2)) {
            throw SegmentReader.corrupt("The allowed error is larger than the values");
        }
        int[] usual = thresholds(maxval, near, 4095);
        int t1 = preset[1] == 0 ? usual[0] : preset[1];
        int t2 = preset[2] == 0 ? usual[1] : preset[2];
        int t3 = preset[3] == 0 ? usual[2] : preset[3];
        int reset = preset[4] == 0 ? 64 : preset[4];
        if (t1 < near + 1 || t1 > maxval || t2 < t1 || t2 > maxval || t3 < t2 || t3 > maxval
                || reset < 3 || reset > Math.max(255, maxval)) {
            throw SegmentReader.corrupt("The coding parameters are out of their ranges");
        }
        return new JpegLsParameters(maxval, near, t1, t2, t3, reset);
    }

    /**
     * The thresholds of an old Java encoder in wide use, which does not stop their growth at 12 bits; its images say nothing of
     * it in their header.
     */
    JpegLsParameters withUnboundedThresholds() {
        int[] t = thresholds(maxval, near, maxval);
        return new JpegLsParameters(maxval, near, t[0], t[1], t[2], reset);
    }

    private static int[] thresholds(int maxval, int near, int bound) {
        int t1;
        int t2;
        int t3;
        if (maxval >= 128) {
            int factor = Math.min(maxval, bound) + 128 >> 8;
            t1 = clamp(factor + 2 + 3 * near, near + 1, maxval);
            t2 = clamp(4 * factor + 3 + 5 * near, t1, maxval);
            t3 = clamp(17 * factor + 4 + 7 * near, t2, maxval);
        } else {
            int factor = 256 / (maxval + 1);
            t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, maxval);
            t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, maxval);
            t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, maxval);
        }
        return new int[] {t1, t2, t3};
    }

    private static int clamp(int value, int low, int high) {
        return value > high || value < low ? low : value;
    }

    /** Number of values that a prediction error takes. */
    int range() {
        return near == 0 ? maxval + 1 : (maxval + 2 * near) / (2 * near + 1) + 1;
    }

    /** Bits of a mapped error that is not written as a Golomb code. */
    int errorBits() {
        return 32 - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** Longest code word. */
    int limit() {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maxval));
        return 2 * (bits + Math.max(8, bits));
    }
}
