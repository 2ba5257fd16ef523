package sluice.viewer.render;

import java.util.Arrays;
import java.util.List;

/** Maximum, minimum or mean over the planes of a slab. */
final class SlabSampler implements RowSampler {
    private final List<RowSampler> planes;
    private final Slab.Method method;

    SlabSampler(List<RowSampler> planes, Slab.Method method) {
        this.planes = planes;
        this.method = method;
    }

    @Override
    public void row(int y, int width, double[] values) {
        double[] plane = new double[width];
        int[] counts = new int[width];
        Arrays.fill(values, 0, width, Double.NaN);
        for (RowSampler sampler : planes) {
            sampler.row(y, width, plane);
            switch (method) {
                case MAXIMUM -> maximum(width, plane, values);
                case MINIMUM -> minimum(width, plane, values);
                default -> sum(width, plane, values, counts);
            }
        }
        if (method == Slab.Method.MEAN) {
            for (int x = 0; x < width; x++) {
                values[x] /= counts[x];
            }
        }
    }

    private static void maximum(int width, double[] plane, double[] values) {
        for (int x = 0; x < width; x++) {
            if (plane[x] > values[x] || values[x] != values[x]) {
                values[x] = plane[x];
            }
        }
    }

    private static void minimum(int width, double[] plane, double[] values) {
        for (int x = 0; x < width; x++) {
            if (plane[x] < values[x] || values[x] != values[x]) {
                values[x] = plane[x];
            }
        }
    }

    private static void sum(int width, double[] plane, double[] values, int[] counts) {
        for (int x = 0; x < width; x++) {
            if (plane[x] == plane[x]) {
                values[x] = counts[x]++ == 0 ? plane[x] : values[x] + plane[x];
            }
        }
    }
}
