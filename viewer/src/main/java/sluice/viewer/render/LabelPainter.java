package sluice.viewer.render;

import java.util.Arrays;

/** Areas and outlines of labels. A pixel belongs to an outline if a pixel within reach, up, down, left or right, has another label. */
final class LabelPainter implements RowPainter {
    private final RowSampler sampler;
    private final LabelStyle style;
    private final LabelColours colours;
    private final int width;
    private final int height;
    /** Labels of rows around the current one, at row number modulo their count. */
    private final int[][] rows;
    private final int[] held;
    private final double[] values;
    private int lastLabel;
    private int lastColour = -1;

    LabelPainter(RowSampler sampler, LabelColours colours, int width, int height) {
        this.sampler = sampler;
        this.style = colours.style();
        this.colours = colours;
        this.width = width;
        this.height = height;
        this.rows = new int[2 * style.outlineWidth() + 1][width];
        this.held = new int[rows.length];
        this.values = new double[width];
        Arrays.fill(held, -1);
    }

    @Override
    public void paint(int y, int[] argb, int offset) {
        int[] own = labels(y);
        int fill = Blend.alpha(style.fill()) << 24;
        int line = Blend.alpha(style.outline()) << 24;
        for (int x = 0; x < width; x++) {
            int colour = own[x] == 0 ? -1 : colour(own[x]);
            if (colour >= 0) {
                int above = colour | (style.outlineWidth() > 0 && isEdge(own, x, y) ? line : fill);
                argb[offset + x] = Blend.over(argb[offset + x], above);
            }
        }
    }

    private int colour(int label) {
        if (label != lastLabel) {
            lastLabel = label;
            lastColour = colours.rgb(label);
        }
        return lastColour;
    }

    /** The picture's own edge is no outline: the area goes on outside. */
    private boolean isEdge(int[] own, int x, int y) {
        int label = own[x];
        for (int d = 1; d <= style.outlineWidth(); d++) {
            if (x - d >= 0 && own[x - d] != label || x + d < width && own[x + d] != label
                    || y - d >= 0 && labels(y - d)[x] != label || y + d < height && labels(y + d)[x] != label) {
                return true;
            }
        }
        return false;
    }

    private int[] labels(int y) {
        int slot = y % rows.length;
        if (held[slot] != y) {
            sampler.row(y, width, values);
            for (int x = 0; x < width; x++) {
                // no number, that is outside, becomes 0
                rows[slot][x] = (int) values[x];
            }
            held[slot] = y;
        }
        return rows[slot];
    }
}
