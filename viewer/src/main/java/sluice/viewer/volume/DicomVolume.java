package sluice.viewer.volume;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.viewer.geometry.VoxelGrid;

/** Frames of a series at places of one distance, in their own grid: no value is interpolated, the grid may be sheared. */
public final class DicomVolume implements Volume {
    private final FrameStack stack;
    private final VoxelGrid grid;
    private final List<Finding> findings;

    DicomVolume(FrameStack stack, VoxelGrid grid, List<Finding> findings) {
        this.stack = stack;
        this.grid = grid;
        this.findings = List.copyOf(findings);
    }

    FrameStack stack() {
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

    /** What tells its {@link #times()} apart. */
    public TimeAxis axis() {
        return stack.axis();
    }

    /** The frame that a slice is made of; empty where it is missing. */
    public Optional<FrameRef> frame(int k, int t) {
        return Optional.ofNullable(stack.frame(k, t)).map(f -> new FrameRef(f.file(), f.sopUid(), f.index()));
    }

    /**
     * A frame of a file.
     *
     * @param file where it is
     * @param sopInstanceUid SOP Instance UID
     * @param index from 0; of a mosaic the tile
     */
    public record FrameRef(Path file, String sopInstanceUid, int index) {}
}
