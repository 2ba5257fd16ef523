package sluice.viewer.render;

/** Keys' kernel with a = -1/2 along each axis; what is missing counts as the nearest voxel. Holds buffers of one row's work. */
final class CubicKernel {
    private static final int TAPS = 4;
    private final GridSampler grid;
    private final double[] wi = new double[TAPS];
    private final double[] wj = new double[TAPS];
    private final double[] wk = new double[TAPS];
    private final int[] columns = new int[TAPS];
    private final int[] rows = new int[TAPS];

    CubicKernel(GridSampler grid) {
        this.grid = grid;
    }

    void row(GridSampler.Line l, int from, int to, double[] values) {
        for (int x = from; x < to; x++) {
            values[x] = at(l.i() + x * l.di(), l.j() + x * l.dj(), l.k() + x * l.dk());
        }
    }

    private double at(double i, double j, double k) {
        double own = grid.cells.at(GridSampler.clamp((int) Math.floor(k + 0.5), grid.nz),
                GridSampler.clamp((int) Math.floor(j + 0.5), grid.ny) * grid.nx + GridSampler.clamp((int) Math.floor(i + 0.5), grid.nx));
        if (!Double.isFinite(own)) {
            return own;
        }
        int ia = weights(i, wi);
        int ja = weights(j, wj);
        int ka = weights(k, wk);
        for (int n = 0; n < TAPS; n++) {
            columns[n] = GridSampler.clamp(ia + n, grid.nx);
            rows[n] = GridSampler.clamp(ja + n, grid.ny) * grid.nx;
        }
        double sum = 0;
        for (int c = 0; c < TAPS; c++) {
            // in a plane that lies in one slice three of four weights are 0, and those slices may not have been fetched
            sum += wk[c] == 0 ? 0 : wk[c] * plane(GridSampler.clamp(ka + c, grid.nz), own);
        }
        return own + sum;
    }

    /** The weighted sum of differences to the own value, so that even regions come back exactly. */
    private double plane(int k, double own) {
        double sum = 0;
        for (int b = 0; b < TAPS; b++) {
            double row = 0;
            for (int a = 0; a < TAPS; a++) {
                double v = grid.cells.at(k, rows[b] + columns[a]) - own;
                // NaN and infinities give NaN
                row += v - v == 0 ? wi[a] * v : 0;
            }
            sum += wj[b] * row;
        }
        return sum;
    }

    /** Weights of the four centres around a place; gives the index of the first. */
    private static int weights(double at, double[] w) {
        int first = (int) Math.floor(at) - 1;
        double t = at - Math.floor(at);
        w[0] = ((-0.5 * t + 1) * t - 0.5) * t;
        w[1] = (1.5 * t - 2.5) * t * t + 1;
        w[2] = ((-1.5 * t + 2) * t + 0.5) * t;
        w[3] = (0.5 * t - 0.5) * t * t;
        return first;
    }
}
