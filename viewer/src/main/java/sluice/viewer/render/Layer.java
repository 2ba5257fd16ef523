package sluice.viewer.render;

import java.util.Objects;

/** One thing that a picture of a plane shows; later layers lie over earlier ones. */
public sealed interface Layer {

    Voxels voxels();

    /**
     * An image volume.
     *
     * @param tone its modality step is not used: {@link Voxels#rescale} is
     * @param opacity 0 to 1; of the lowest layer usually 1
     * @param transparentBelow P-Values (0 to 1) below are not painted, so that a fused PET leaves the CT's background alone
     */
    record Image(Voxels voxels, Tone tone, Interpolation interpolation, Slab slab, double opacity, double transparentBelow)
            implements Layer {
        public Image {
            Objects.requireNonNull(voxels);
            Objects.requireNonNull(tone);
            if (!(opacity >= 0 && opacity <= 1)) {
                throw new IllegalArgumentException("an opacity lies between 0 and 1");
            }
        }

        /** Opaque, linear, no slab. */
        public static Image of(Voxels voxels, Tone tone) {
            return new Image(voxels, tone, Interpolation.LINEAR, Slab.NONE, 1, 0);
        }

        public Image with(Interpolation other) {
            return new Image(voxels, tone, other, slab, opacity, transparentBelow);
        }

        public Image with(Slab other) {
            return new Image(voxels, tone, interpolation, other, opacity, transparentBelow);
        }

        /** As it lies over another image. */
        public Image over(double newOpacity, double newTransparentBelow) {
            return new Image(voxels, tone, interpolation, slab, newOpacity, newTransparentBelow);
        }
    }

    /** A label map: whole numbers, 0 is nothing; always the nearest voxel's. */
    record Labels(Voxels voxels, LabelStyle style) implements Layer {
        public Labels {
            Objects.requireNonNull(voxels);
            Objects.requireNonNull(style);
        }
    }
}
