package sluice.viewer.render;

import sluice.viewer.geometry.Vec3;

/** Colour frames at device size: nearest, or linear in each channel (which also serves where cubic is asked for). */
final class ColourPainter implements RowPainter {
    private final Frame.Colour frame;
    private final PixelMap map;
    private final boolean nearest;
    private final int width;

    ColourPainter(Frame.Colour frame, PixelMap map, Interpolation interpolation, int width) {
        this.frame = frame;
        this.map = map;
        this.nearest = interpolation == Interpolation.NEAREST;
        this.width = width;
    }

    @Override
    public void paint(int y, int[] argb, int offset) {
        Vec3 start = map.at(0, y);
        for (int x = 0; x < width; x++) {
            double i = start.x() + x * map.perX().x();
            double j = start.y() + x * map.perX().y();
            if (i >= -0.5 && i < frame.columns() - 0.5 && j >= -0.5 && j < frame.rows() - 0.5) {
                argb[offset + x] = 0xFF000000 | (nearest ? at((int) (i + 0.5), (int) (j + 0.5)) : linear(i, j));
            }
        }
    }

    private int at(int column, int row) {
        return frame.rgb()[Math.min(row, frame.rows() - 1) * frame.columns() + Math.min(column, frame.columns() - 1)];
    }

    private int linear(double i, double j) {
        double column = Math.max(0, i);
        double row = Math.max(0, j);
        int a = (int) column;
        int b = (int) row;
        double u = column - a;
        double v = row - b;
        int p = at(a, b);
        int q = at(a + 1, b);
        int r = at(a, b + 1);
        int s = at(a + 1, b + 1);
        return channel(p, q, r, s, u, v, 16) | channel(p, q, r, s, u, v, 8) | channel(p, q, r, s, u, v, 0);
    }

    private static int channel(int p, int q, int r, int s, double u, double v, int shift) {
        double upper = (p >> shift & 0xFF) * (1 - u) + (q >> shift & 0xFF) * u;
        double lower = (r >> shift & 0xFF) * (1 - u) + (s >> shift & 0xFF) * u;
        return (int) (upper * (1 - v) + lower * v + 0.5) << shift;
    }
}
