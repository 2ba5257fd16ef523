package sluice.viewer.volume;

import java.io.IOException;
import java.util.List;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/**
 * Frames whose distances differ, on a grid of one distance: the smallest of the series, or such as to give twice as many slices
 * as there are frames where it would give more. Values are interpolated linearly between the two frames around a slice, pixel by
 * pixel, so that a tilted stack stays tilted.
 */
public final class EvenedVolume implements FramedVolume {
    private final FrameStack stack;
    private final double[] depths;
    private final double distance;
    private final VoxelGrid grid;
    private final List<Finding> findings;

    private EvenedVolume(FrameStack stack, double[] depths, double distance, VoxelGrid grid, List<Finding> findings) {
        this.stack = stack;
        this.depths = depths;
        this.distance = distance;
        this.grid = grid;
        this.findings = List.copyOf(findings);
    }

    static EvenedVolume of(FrameStack stack, List<Finding> findings) {
        double[] depths = stack.depths();
        int n = depths.length;
        double whole = depths[n - 1];
        double least = whole;
        for (int k = 1; k < n; k++) {
            least = Math.min(least, depths[k] - depths[k - 1]);
        }
        int slices = 2 * n;
        double distance = (whole - 0.5 * least) / slices;
        if (Math.ceil((whole - 0.5 * least) / least) <= slices) {
            slices = (int) Math.ceil((whole - 0.5 * least) / least);
            distance = least;
        }
        FramePlace p = stack.plane();
        Vec3 step = stack.origin(n - 1).minus(stack.origin(0)).times(distance / whole);
        Affine3 steps = new Affine3(p.along().times(p.dx()), p.down().times(p.dy()), step, stack.origin(0));
        VoxelGrid grid = new VoxelGrid(stack.labels().columns(), stack.labels().rows(), slices, steps);
        return new EvenedVolume(stack, depths, distance, grid, findings);
    }

    @Override
    public FrameStack stack() {
        return stack;
    }

    @Override
    public VoxelGrid grid() {
        return grid;
    }

    @Override
    public int times() {
        return stack.times();
    }

    /** Of stored values; where scales differ between frames, that of interpolated true values. */
    @Override
    public VoxelType type() {
        return isScaled() || stack.labels().type() == VoxelType.RGB ? stack.labels().type() : VoxelType.F32;
    }

    private boolean isScaled() {
        return stack.onlyScaling(false).isPresent();
    }

    @Override
    public Slice slice(int k, int t) throws IOException {
        double depth = k * distance;
        int high = 0;
        while (high < depths.length - 1 && depths[high] < depth) {
            high++;
        }
        int low = Math.max(0, high - 1);
        double part = high == low ? 0 : Math.max(0, Math.min(1, (depth - depths[low]) / (depths[high] - depths[low])));
        if (part == 0 || part == 1) {
            return one(part == 0 ? low : high, t);
        }
        Slice a = one(low, t);
        Slice b = one(high, t);
        if (a instanceof Slice.Absent || b instanceof Slice.Absent) {
            return a instanceof Slice.Absent ? a : b;
        }
        return between(a, b, part);
    }

    /** A frame's values; true ones where scales differ. */
    private Slice one(int place, int t) throws IOException {
        Slice slice = stack.slice(place, t);
        if (isScaled() || slice instanceof Slice.Absent || slice instanceof Slice.Colours) {
            return slice;
        }
        Scaling scaling = stack.scaling(place, t, false);
        double[] values = new double[slice.nx() * slice.ny()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scaling.apply(slice.stored(i % slice.nx(), i / slice.nx()));
        }
        return new Slice.Numbers(slice.nx(), slice.ny(), values);
    }

    private static Slice between(Slice a, Slice b, double part) {
        int nx = a.nx();
        if (a instanceof Slice.Colours) {
            return part < 0.5 ? a : b;
        }
        if (a instanceof Slice.Shorts shorts) {
            short[] values = new short[nx * a.ny()];
            for (int i = 0; i < values.length; i++) {
                double v = a.stored(i % nx, i / nx) * (1 - part) + b.stored(i % nx, i / nx) * part;
                values[i] = (short) Math.floor(v + 0.5);
            }
            return new Slice.Shorts(nx, a.ny(), values, shorts.signed());
        }
        double[] values = new double[nx * a.ny()];
        for (int i = 0; i < values.length; i++) {
            values[i] = a.stored(i % nx, i / nx) * (1 - part) + b.stored(i % nx, i / nx) * part;
        }
        return new Slice.Numbers(nx, a.ny(), values);
    }

    @Override
    public Scaling scaling(int k, int t) {
        return stack.onlyScaling(false).orElse(Scaling.NONE);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }
}
