package sluice.viewer.volume;

import java.io.IOException;
import java.util.List;
import sluice.viewer.geometry.VoxelGrid;

/** Frames of a series at places of one distance, in their own grid: no value is interpolated, the grid may be sheared. */
public final class DicomVolume implements FramedVolume {
    private final FrameStack stack;
    private final VoxelGrid grid;
    private final List<Finding> findings;

    DicomVolume(FrameStack stack, VoxelGrid grid, List<Finding> findings) {
        this.stack = stack;
        this.grid = grid;
        this.findings = List.copyOf(findings);
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

    @Override
    public VoxelType type() {
        return stack.labels().type();
    }

    @Override
    public Slice slice(int k, int t) throws IOException {
        return stack.slice(k, t);
    }

    @Override
    public Scaling scaling(int k, int t) {
        return stack.scaling(k, t, false);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

}
