package sluice.app.deid.pixels;

/**
 * When a line is taken for writing. The fewer letters there are, the clearer they must be. The figures were chosen on generated
 * overlays, on the head phantom and on real images without writing, see {@code app/docs/benchmarks.md}.
 */
final class Verdict {
    /** Contrast over the paper's deviation that so many letters need, up to eight. */
    private static final double[] STANDS_OUT = {99, 99, 14, 6.5, 4.6, 3.8, 3.4, 3.1, 2.9};
    /** Separation that so many letters need. */
    private static final double[] SEPARATE = {99, 99, 3, 2.6, 2.3, 2.1, 2, 2, 2};
    /** Separation that so many shapes of exactly one grey need. */
    private static final double[] SEPARATE_FLAT = {99, 99, 99, 8, 3, 1.6, 1.3, 1.1, 1};
    private static final double[] ALONE_FLAT = {1, 1, 1, 0.85, 0.6, 0.5, 0, 0, 0};
    private static final int MANY = 8;
    /** In grey levels; thin smoothed strokes of a contrast of 40 have more than that. */
    private static final int LEAST_CONTRAST = 14;

    private Verdict() {}

    /** Whether it is worth to measure each shape alone. */
    static boolean mayBeOnUnevenPaper(Evidence e) {
        Evidence.Form f = e.form();
        return e.members() >= 4 && f.fill() <= 0.72 && f.strokes() >= 0.85 && f.strokes() <= 3.2 && f.ragged() <= 0.3
                && f.aligned() >= 0.7 && f.stem() <= 0.6 && f.broad() >= 0.3;
    }

    /** Letters that touch each other, on paper on which nothing else is. */
    private static boolean isOneShape(Evidence e) {
        Evidence.Form f = e.form();
        return e.members() <= 2 && e.letters() >= 4 && e.alone() >= 0.97 && e.separation() >= 3 && e.unquiet() <= 5
                && e.contrast() >= 20 && f.fill() <= 0.5 && f.strokes() >= 1.2 && f.strokes() <= 2.6 && f.stem() <= 0.35;
    }

    /** A line of strokes that stand out of their surroundings. */
    static boolean isText(Evidence e, int height) {
        if (isOneShape(e)) {
            return true;
        }
        Evidence.Form f = e.form();
        if (isClearText(e) || height <= 28 && isEvenRow(e)) {
            return true;
        }
        // shapes that seem to hold several letters each may be anything that winds; without paper around, too
        int touching = e.members() + (e.members() < 3 ? 1 : e.members() / 2);
        int n = Math.min(MANY, Math.min(e.letters(), touching) - (e.alone() < 0.6 ? 2 : 0));
        if (e.members() < 2 || n < 2 || n < MANY && e.alone() < 0.45 || 2 * e.letters() > 5 * e.members() + 1
                || e.contrast() < LEAST_CONTRAST) {
            return false;
        }
        // smoothing makes small letters uneven, not large ones
        double mostUneven = height < 10 ? between(height, 6, 10, 0.42, 0.34) : between(height, 10, 20, 0.34, 0.2);
        // bold letters are believed where everything else is clear
        double bold = n >= 4 && e.separation() > 6 ? 0.09 : 0;
        boolean letters = e.uneven() <= mostUneven && f.stem() <= between(height, 6, 12, 0.62, 0.42) + bold
                && f.fill() <= 0.72 + bold && f.strokes() >= 0.85 && f.strokes() <= 3.2 && f.ragged() <= 0.42;
        // a few blobs in a row are common, a few letters in a row have more strokes than they have width
        boolean notBlobs = e.members() > 5 || f.strokes() >= 1.1 && f.ragged() <= 0.3 && e.letters() <= 2 * e.members()
                && e.contrast() >= LEAST_CONTRAST + 4;
        boolean pair = e.members() > 2 && n > 2 || e.alone() >= 0.95 && e.uneven() <= 0.3 && f.broad() >= 0.5 && f.fill() <= 0.62;
        double needed = STANDS_OUT[n] * (e.unquiet() > 16 ? 1.6 : 1) * (e.alone() < 0.6 ? 1.6 : e.alone() < 0.8 ? 1.25 : 1)
                * (e.steady() ? 0.75 : 1);
        return letters && notBlobs && pair && e.separation() >= SEPARATE[n] && e.contrast() / (e.unquiet() + 0.5) >= needed;
    }

    /** Even strokes on quiet paper with nothing around: there, letters that touch each other are writing as well. */
    private static boolean isClearText(Evidence e) {
        Evidence.Form f = e.form();
        boolean letters = e.letters() >= (e.members() == 1 ? 5 : 4) && f.stem() <= 0.42 && f.fill() <= 0.62 && f.strokes() >= 1
                && f.strokes() <= 3.2 && f.aligned() >= 0.8 && f.ragged() <= 0.42;
        return letters && e.alone() >= 0.95 && e.uneven() <= 0.25 && e.separation() >= 5 && e.contrast() >= LEAST_CONTRAST
                && e.contrast() / (e.unquiet() + 0.5) >= 12;
    }

    /** Many strong strokes of one brightness and height across a busy picture: anatomy is brighter here and darker there. */
    private static boolean isEvenRow(Evidence e) {
        Evidence.Form f = e.form();
        return e.members() >= 5 && f.aligned() >= 0.85 && f.ragged() <= 0.2 && e.uneven() <= 0.27 && e.separation() >= 2.4
                && e.contrast() >= 60 && e.alone() >= 0.55 && f.fill() <= 0.62 && f.broad() >= 0.5 && f.stem() <= 0.35
                && f.strokes() >= 1 && f.strokes() <= 3 && e.contrast() / (e.unquiet() + 0.5) >= 2.8;
    }

    /** A line of shapes of exactly one grey level, which pictures of patients hardly hold. */
    static boolean isFlatText(Evidence e, int height) {
        Evidence.Form f = e.form();
        int n = Math.min(MANY, e.members());
        boolean letters = f.aligned() >= 0.74 && f.ragged() <= 0.3 && f.fill() <= 0.72 && f.stem() <= 0.5 && f.strokes() >= 0.9
                && f.strokes() <= 3.2 && f.broad() >= 0.3;
        boolean clear = e.contrast() >= LEAST_CONTRAST && e.separation() >= SEPARATE_FLAT[n] && e.alone() >= ALONE_FLAT[n];
        boolean busy = (n >= 5 && e.contrast() >= LEAST_CONTRAST + 2 || n >= 7) && e.unquiet() >= 12 && e.alone() > 0.3;
        return n >= 3 && height <= 34 && letters && (clear || busy);
    }

    /**
     * What stands beside or below writing is believed more easily: a line that goes on, or the next one.
     *
     * @param contrast of the writing
     */
    static boolean goesOn(Evidence e, boolean sameLine, double contrast) {
        Evidence.Form f = e.form();
        boolean like = e.contrast() >= 0.4 * contrast && e.contrast() <= 2.5 * contrast && f.stem() <= 0.75;
        return like && (sameLine ? e.separation() > 1.6
                : e.separation() > 2.6 && e.members() >= 3 && f.fill() <= 0.75 && f.ragged() <= 0.42 && f.strokes() >= 0.85);
    }

    /** Half as large as it is, anatomy gets sharper and looks more like writing; real large letters do, too. */
    static boolean isLargeText(Evidence e, int height) {
        return height >= 12 && e.separation() >= 4 && e.members() >= 3 && e.form().aligned() >= 0.8 && isText(e, height);
    }

    private static double between(double x, double x0, double x1, double y0, double y1) {
        return x <= x0 ? y0 : x >= x1 ? y1 : y0 + (y1 - y0) * (x - x0) / (x1 - x0);
    }
}
