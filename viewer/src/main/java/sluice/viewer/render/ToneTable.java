package sluice.viewer.render;

/**
 * A tone prepared for many values: where values are whole numbers of up to 16 bits, one lookup table, otherwise the formulas
 * themselves. The table has an entry for every whole number within the window and for even steps between them, so that
 * interpolated values do not fall into bands; entries of whole numbers are exactly those of {@link Tone#argb}.
 */
final class ToneTable {
    private static final int MOST_ENTRIES = 1 << 16;
    private static final int ENTRIES_WITH_STEPS = 1 << 14;
    private static final int MOST_STEPS = 32;
    private final Tone tone;
    private final boolean real;
    private final double low;
    private final double scale;
    private final int[] table;
    private final int alpha;
    private final double transparentBelow;

    /**
     * For values before the modality LUT.
     *
     * @param least the least value that may come
     * @param greatest the greatest value that may come
     * @param alpha 0 to 255, of all colours
     * @param transparentBelow P-Values below are not painted; 0: all are
     */
    static ToneTable ofStored(Tone tone, double least, double greatest, int alpha, double transparentBelow) {
        double from = least;
        double to = greatest;
        boolean even = false;
        if (tone.modality() instanceof ModalityMap.Linear linear) {
            double a = (tone.voi().from() - linear.rescale().intercept()) / linear.rescale().slope();
            double b = (tone.voi().to() - linear.rescale().intercept()) / linear.rescale().slope();
            // one beyond on either side, so that the ends of the table hold what lies outside
            from = clamp(Math.floor(Math.min(a, b)) - 1, least, greatest);
            to = clamp(Math.ceil(Math.max(a, b)) + 1, least, greatest);
            even = tone.voi() instanceof VoiMap.Windowed;
        } else if (tone.modality() instanceof ModalityMap.Tabled tabled) {
            from = clamp(tabled.table().first(), least, greatest);
            to = clamp(tabled.table().last(), least, greatest);
        }
        return to - from < MOST_ENTRIES ? new ToneTable(tone, from, to, even, alpha, transparentBelow)
                : new ToneTable(tone, false, alpha, transparentBelow);
    }

    /** For values after the modality LUT, which may be any number. */
    static ToneTable ofReal(Tone tone, int alpha, double transparentBelow) {
        return new ToneTable(tone, true, alpha, transparentBelow);
    }

    private ToneTable(Tone tone, boolean real, int alpha, double transparentBelow) {
        this.tone = tone;
        this.real = real;
        this.alpha = alpha;
        this.transparentBelow = transparentBelow;
        this.low = 0;
        this.scale = 0;
        this.table = null;
    }

    private ToneTable(Tone tone, double from, double to, boolean even, int alpha, double transparentBelow) {
        this.tone = tone;
        this.real = false;
        this.alpha = alpha;
        this.transparentBelow = transparentBelow;
        int steps = 1;
        while (even && steps < MOST_STEPS && (to - from) * steps * 2 < ENTRIES_WITH_STEPS) {
            steps *= 2;
        }
        this.low = from;
        this.scale = steps;
        this.table = new int[(int) (to - from) * steps + 1];
        for (int n = 0; n < table.length; n++) {
            table[n] = colour(from + (double) n / steps);
        }
    }

    private static double clamp(double v, double least, double greatest) {
        return Math.max(least, Math.min(greatest, v));
    }

    private int colour(double value) {
        double p = tone.presentation().apply(tone.voi().level(real ? value : tone.modality().real(value)));
        return p < transparentBelow ? 0 : tone.colours().argb(p) & 0xFFFFFF | alpha << 24;
    }

    /** Whether each value that is a number gets an opaque colour. */
    boolean opaque() {
        return alpha == 255 && transparentBelow <= 0;
    }

    /**
     * Colours with alpha, not premultiplied, of a row of values; where the value is no number, {@code argb} stays as it is.
     *
     * @param values the first {@code width} count
     * @param offset where the row starts in {@code argb}
     */
    void row(double[] values, int width, int[] argb, int offset) {
        if (table == null) {
            for (int x = 0; x < width; x++) {
                if (!Double.isNaN(values[x])) {
                    argb[offset + x] = colour(values[x]);
                }
            }
            return;
        }
        int last = table.length - 1;
        double shift = 0.5 - low * scale;
        for (int x = 0; x < width; x++) {
            double v = values[x];
            if (v == v) {
                int index = (int) (v * scale + shift);
                argb[offset + x] = table[index < 0 ? 0 : Math.min(index, last)];
            }
        }
    }

    /** Number of entries; 0 without a table. */
    int entries() {
        return table == null ? 0 : table.length;
    }
}
