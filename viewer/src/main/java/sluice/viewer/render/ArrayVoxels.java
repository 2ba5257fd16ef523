package sluice.viewer.render;

import java.util.List;
import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.VoxelGrid;

/**
 * Voxels that are in memory.
 *
 * @param grid size and place in LPS mm
 * @param slices one per third index, nx · ny values each
 * @param rescales one per slice, or one for all
 * @param padding stored values that are no part of the image
 * @param unit of real values; may be empty
 */
public record ArrayVoxels(VoxelGrid grid, List<Samples> slices, List<Rescale> rescales, Optional<PixelPadding> padding,
        String unit) implements Voxels {

    public ArrayVoxels {
        slices = List.copyOf(slices);
        rescales = List.copyOf(rescales);
        if (slices.size() != grid.nz() || rescales.size() != 1 && rescales.size() != grid.nz()) {
            throw new IllegalArgumentException("there is one slice per third index, and one rescale for each or for all");
        }
        if (slices.stream().anyMatch(slice -> slice.length() != (long) grid.nx() * grid.ny())) {
            throw new IllegalArgumentException("slices have nx times ny samples");
        }
    }

    /** Without padding. */
    public static ArrayVoxels of(VoxelGrid grid, List<Samples> slices, Rescale rescale, String unit) {
        return new ArrayVoxels(grid, slices, List.of(rescale), Optional.empty(), unit);
    }

    @Override
    public Samples slice(int k) {
        return slices.get(k);
    }

    @Override
    public Rescale rescale(int k) {
        return rescales.get(rescales.size() == 1 ? 0 : k);
    }
}
