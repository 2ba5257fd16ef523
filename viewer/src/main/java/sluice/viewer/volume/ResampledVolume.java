package sluice.viewer.volume;

import java.io.IOException;
import java.util.List;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.VoxelGrid;

/** A volume's true values on another grid, trilinear; NaN outside of the volume. */
public final class ResampledVolume implements Volume {
    private final Volume source;
    private final VoxelGrid grid;
    private final Affine3 toSource;
    private final Resampler[] samplers;

    public ResampledVolume(Volume source, VoxelGrid grid) {
        this.source = source;
        this.grid = grid;
        this.toSource = source.grid().indexToLps().inverse().after(grid.indexToLps());
        this.samplers = new Resampler[source.times()];
    }

    @Override
    public VoxelGrid grid() {
        return grid;
    }

    @Override
    public int times() {
        return source.times();
    }

    @Override
    public VoxelType type() {
        return VoxelType.F64;
    }

    @Override
    public synchronized Slice slice(int k, int t) throws IOException {
        if (samplers[t] == null) {
            samplers[t] = new Resampler(source, t);
        }
        double[] values = new double[Math.multiplyExact(grid.nx(), grid.ny())];
        int at = 0;
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                values[at++] = samplers[t].atIndex(toSource.apply(i, j, k));
            }
        }
        return new Slice.Numbers(grid.nx(), grid.ny(), values);
    }

    @Override
    public Scaling scaling(int k, int t) {
        return Scaling.NONE;
    }

    @Override
    public List<Finding> findings() {
        return source.findings();
    }
}
