package sluice.viewer.render;

/**
 * Whole numbers of up to 16 bits, which nearly all images are: the same as {@link CellSampler}, with the arrays in the loops
 * themselves. Through {@link Cells} each value would cost a virtual call as soon as several kinds of volumes have been shown.
 */
final class WordSampler extends GridSampler {
    private final short[][] slices;
    private final int flip;
    private final int offset;
    private final double[] slopes;
    private final double[] intercepts;
    private final boolean scaled;
    private final boolean padded;
    private final int padFrom;
    private final int padSpan;

    WordSampler(WordSlices words, Cells cells, int[] size, PixelMap map, Interpolation interpolation) {
        super(cells, size, map, interpolation);
        slices = words.slices();
        flip = words.signed() ? 0 : 0x8000;
        offset = words.signed() ? 0 : 0x8000;
        slopes = words.slopes();
        intercepts = words.intercepts();
        scaled = words.scaled();
        padded = words.padding().isPresent();
        padFrom = padded ? words.padding().get().from() : 0;
        padSpan = padded ? words.padding().get().to() - padFrom : 0;
    }

    /** Values without sign have their highest bit flipped to fit the sign of a short, which the offset undoes. */
    private int value(short word) {
        return (short) (word ^ flip) + offset;
    }

    private boolean isPadding(int value) {
        return Integer.compareUnsigned(value - padFrom, padSpan) <= 0;
    }

    @Override
    void nearest(Line l, int from, int to, double[] values) {
        if (l.dk() == 0 && l.dj() == 0) {
            nearestAlongRow(l, from, to, values);
            return;
        }
        for (int x = from; x < to; x++) {
            // all are at least -0.5, so that the cast rounds down
            int i = Math.min((int) (l.i() + x * l.di() + 0.5), nx - 1);
            int j = Math.min((int) (l.j() + x * l.dj() + 0.5), ny - 1);
            int k = Math.min((int) (l.k() + x * l.dk() + 0.5), nz - 1);
            int v = value(slices[k][j * nx + i]);
            values[x] = padded && isPadding(v) ? Double.NaN : slopes[k] * v + intercepts[k];
        }
    }

    private void nearestAlongRow(Line l, int from, int to, double[] values) {
        int k = Math.min((int) (l.k() + 0.5), nz - 1);
        int row = Math.min((int) (l.j() + 0.5), ny - 1) * nx;
        short[] slice = slices[k];
        double slope = slopes[k];
        double intercept = intercepts[k];
        double i0 = l.i() + 0.5;
        double di = l.di();
        for (int x = from; x < to; x++) {
            int v = value(slice[row + Math.min((int) (i0 + x * di), nx - 1)]);
            values[x] = padded && isPadding(v) ? Double.NaN : slope * v + intercept;
        }
    }

    @Override
    void flat(Line l, int from, int to, double[] values) {
        if (l.dj() == 0 && Math.abs(l.di()) <= 1) {
            flatAlongRow(l, from, to, values);
            return;
        }
        int k = (int) l.k();
        short[] slice = slices[k];
        double slope = slopes[k];
        double intercept = intercepts[k];
        for (int x = from; x < to; x++) {
            double i = notBelow0(l.i() + x * l.di());
            double j = notBelow0(l.j() + x * l.dj());
            int ia = Math.min((int) i, nx - 1);
            int ja = Math.min((int) j, ny - 1);
            int right = ia + 1 < nx ? 1 : 0;
            int upper = ja * nx + ia;
            int lower = ja + 1 < ny ? upper + nx : upper;
            int a = value(slice[upper]);
            int b = value(slice[upper + right]);
            int c = value(slice[lower]);
            int d = value(slice[lower + right]);
            if (padded && (isPadding(a) || isPadding(b) || isPadding(c) || isPadding(d))) {
                values[x] = careful(i, j, k);
            } else {
                double fi = i - ia;
                double top = a + (b - a) * fi;
                values[x] = slope * (top + (c + (d - c) * fi - top) * (j - ja)) + intercept;
            }
        }
    }

    /** A device row that runs along the rows of an image at its size or larger: first between two rows, once for each column. */
    private void flatAlongRow(Line l, int from, int to, double[] values) {
        int k = (int) l.k();
        double j = notBelow0(l.j());
        int ja = Math.min((int) j, ny - 1);
        double ends = l.i() + (to - 1) * l.di();
        int first = Math.min((int) notBelow0(Math.min(l.i() + from * l.di(), ends)), nx - 1);
        int last = Math.min((int) notBelow0(Math.max(l.i() + from * l.di(), ends)) + 1, nx - 1);
        double[] between = new double[last - first + 2];
        columns(k, ja, j - ja, first, between);
        between[between.length - 1] = between[between.length - 2];
        double i0 = l.i();
        double di = l.di();
        for (int x = from; x < to; x++) {
            double i = notBelow0(i0 + x * di);
            int ia = Math.min((int) i, last);
            double a = between[ia - first];
            double v = a + (between[ia - first + 1] - a) * (i - ia);
            values[x] = v == v ? v : careful(i, j, k);
        }
    }

    /** Values between two rows; NaN where one of both is padding. The last place of the array stays empty. */
    private void columns(int k, int j, double fj, int first, double[] between) {
        short[] slice = slices[k];
        double slope = slopes[k];
        double intercept = intercepts[k];
        int upper = j * nx + first;
        int lower = fj == 0 ? upper : Math.min(j + 1, ny - 1) * nx + first;
        for (int c = 0; c < between.length - 1; c++) {
            int a = value(slice[upper + c]);
            int b = value(slice[lower + c]);
            between[c] = padded && (isPadding(a) || isPadding(b)) ? Double.NaN : slope * (a + (b - a) * fj) + intercept;
        }
    }

    @Override
    void linear(Line l, int from, int to, double[] values) {
        double i0 = l.i();
        double j0 = l.j();
        double k0 = l.k();
        double di = l.di();
        double dj = l.dj();
        double dk = l.dk();
        int rightmost = nx - 1;
        int lowest = ny - 1;
        int farthest = nz - 1;
        for (int x = from; x < to; x++) {
            double i = i0 + x * di;
            double j = j0 + x * dj;
            double k = k0 + x * dk;
            int ia = (int) i;
            int ja = (int) j;
            int ka = (int) k;
            // beyond the outermost centres, which is rarely, the same voxel counts twice
            if (i < 0 || j < 0 || k < 0 || ia >= rightmost || ja >= lowest || ka >= farthest) {
                values[x] = atEdge(notBelow0(i), notBelow0(j), notBelow0(k));
                continue;
            }
            int upper = ja * nx + ia;
            values[x] = linear(i, j, k, ka, ka + 1, upper, upper + nx, 1);
        }
    }

    private double atEdge(double i, double j, double k) {
        int ia = Math.min((int) i, nx - 1);
        int ja = Math.min((int) j, ny - 1);
        int ka = Math.min((int) k, nz - 1);
        int upper = ja * nx + ia;
        return linear(i, j, k, ka, Math.min(ka + 1, nz - 1), upper, ja + 1 < ny ? upper + nx : upper, ia + 1 < nx ? 1 : 0);
    }

    /**
     * Between eight voxels.
     *
     * @param ka the slice before, kb the slice after the place
     * @param upper where the row before the place has the voxel to the left, lower the row after it
     * @param right how far the voxel to the right is
     */
    private double linear(double i, double j, double k, int ka, int kb, int upper, int lower, int right) {
        short[] slice = slices[ka];
        int a = value(slice[upper]);
        int b = value(slice[upper + right]);
        int c = value(slice[lower]);
        int d = value(slice[lower + right]);
        slice = slices[kb];
        int e = value(slice[upper]);
        int f = value(slice[upper + right]);
        int g = value(slice[lower]);
        int h = value(slice[lower + right]);
        if (padded && (isPadding(a) || isPadding(b) || isPadding(c) || isPadding(d) || isPadding(e) || isPadding(f)
                || isPadding(g) || isPadding(h))) {
            return careful(i, j, k);
        }
        double fi = i - (int) i;
        double fj = j - (int) j;
        double near = a + (b - a) * fi;
        near += (c + (d - c) * fi - near) * fj;
        double far = e + (f - e) * fi;
        far += (g + (h - g) * fi - far) * fj;
        if (scaled) {
            near = slopes[ka] * near + intercepts[ka];
            far = slopes[kb] * far + intercepts[kb];
        }
        return near + (far - near) * (k - ka);
    }
}
