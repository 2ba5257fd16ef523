package sluice.viewer.render;

/** Any kind of samples: floating point numbers, above all. */
final class CellSampler extends GridSampler {

    CellSampler(Cells cells, int[] size, PixelMap map, Interpolation interpolation) {
        super(cells, size, map, interpolation);
    }

    @Override
    void nearest(Line l, int from, int to, double[] values) {
        for (int x = from; x < to; x++) {
            // all are at least -0.5, so that the cast rounds down
            int i = (int) (l.i() + x * l.di() + 0.5);
            int j = (int) (l.j() + x * l.dj() + 0.5);
            int k = (int) (l.k() + x * l.dk() + 0.5);
            values[x] = cells.at(Math.min(k, nz - 1), Math.min(j, ny - 1) * nx + Math.min(i, nx - 1));
        }
    }

    @Override
    void flat(Line line, int from, int to, double[] values) {
        linear(line, from, to, values);
    }

    @Override
    void linear(Line l, int from, int to, double[] values) {
        for (int x = from; x < to; x++) {
            double i = notBelow0(l.i() + x * l.di());
            double j = notBelow0(l.j() + x * l.dj());
            double k = notBelow0(l.k() + x * l.dk());
            int ia = Math.min((int) i, nx - 1);
            int ja = Math.min((int) j, ny - 1);
            int ka = Math.min((int) k, nz - 1);
            int upper = ja * nx + ia;
            int lower = ja + 1 < ny ? upper + nx : upper;
            int right = ia + 1 < nx ? 1 : 0;
            double near = plane(ka, upper, lower, right, i - ia, j - ja);
            double fk = k - ka;
            double v = fk == 0 ? near : near + (plane(Math.min(ka + 1, nz - 1), upper, lower, right, i - ia, j - ja) - near) * fk;
            values[x] = v == v ? v : careful(i, j, k);
        }
    }

    private double plane(int k, int upper, int lower, int right, double fi, double fj) {
        double a = cells.at(k, upper);
        double b = cells.at(k, lower);
        a += (cells.at(k, upper + right) - a) * fi;
        b += (cells.at(k, lower + right) - b) * fi;
        return a + (b - a) * fj;
    }
}
