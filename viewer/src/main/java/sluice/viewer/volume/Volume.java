package sluice.viewer.volume;

import java.io.IOException;
import java.util.List;
import sluice.viewer.geometry.VoxelGrid;

/**
 * A regular block of voxels in the patient, one or several times over. Immutable; slices are read when they are asked for and
 * not kept, and any number of threads may ask. The files must stay as they were.
 */
public sealed interface Volume permits FramedVolume, NiftiVolume, ResampledVolume {

    /** Where the voxels lie, in LPS mm. */
    VoxelGrid grid();

    /** How many times the block is there: time points, echoes of one place, diffusion weightings; at least 1. */
    int times();

    /** What the stored values are. */
    VoxelType type();

    /**
     * One slice.
     *
     * @param k 0 to {@code grid().nz() - 1}
     * @param t 0 to {@code times() - 1}
     * @return of a frame that is missing or damaged: {@link Slice.Absent}
     * @throws IOException where the file cannot be read at all; of a NIfTI file also where it is damaged
     */
    Slice slice(int k, int t) throws IOException;

    /** From stored to true values of a slice; {@link Scaling#NONE} for colour and for absent slices. */
    Scaling scaling(int k, int t);

    /** What is to be known about this volume. */
    List<Finding> findings();
}
