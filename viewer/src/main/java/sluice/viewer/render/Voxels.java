package sluice.viewer.render;

import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.VoxelGrid;

/** What rendering needs of a volume. Implementations may load slices when asked and are usable by several threads. */
public interface Voxels {

    /** Size, and where the voxel centres lie in LPS mm; possibly anisotropic, sheared or left-handed. */
    VoxelGrid grid();

    /**
     * Stored values of a slice: nx · ny of them, i fastest; if possible the same kind of samples in all slices. Called
     * once per slice and picture, before threads share the work, and only for slices that the picture needs.
     *
     * @param k third index, from 0
     */
    Samples slice(int k);

    /** From stored to real values in a slice; often the same everywhere, in PET usually not. */
    Rescale rescale(int k);

    /** Stored values that are no part of the image. */
    Optional<PixelPadding> padding();

    /** Unit of real values, such as HU; empty where unknown. */
    String unit();
}
