package sluice.viewer.render;

import java.util.Arrays;

/** Grey values as colours. */
final class TonePainter implements RowPainter {
    private final RowSampler sampler;
    private final ToneTable table;
    private final double[] values;
    private final int[] colours;

    TonePainter(RowSampler sampler, ToneTable table, int width) {
        this.sampler = sampler;
        this.table = table;
        this.values = new double[width];
        this.colours = new int[width];
    }

    @Override
    public void paint(int y, int[] argb, int offset) {
        sampler.row(y, values.length, values);
        if (table.opaque()) {
            table.row(values, values.length, argb, offset);
        } else {
            Arrays.fill(colours, 0);
            table.row(values, values.length, colours, 0);
            Blend.row(colours, colours.length, argb, offset);
        }
    }
}
