package sluice.viewer.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.volume.Scaling;
import sluice.viewer.volume.Slice;
import sluice.viewer.volume.Volume;

/**
 * A volume of {@code viewer.volume} as rendering wants it. Slices are read each time they are asked for; whoever shows many
 * pictures puts {@link KeptVoxels} around it.
 *
 * @param volume of one value per voxel; of colour its brightness is shown
 * @param time which of its times, from 0
 * @param padding stored values that are no part of the image
 * @param unit of true values; may be empty
 */
public record VolumeVoxels(Volume volume, int time, Optional<PixelPadding> padding, String unit) implements Voxels {

    public VolumeVoxels {
        Objects.checkIndex(time, volume.times());
    }

    @Override
    public VoxelGrid grid() {
        return volume.grid();
    }

    /** @throws UncheckedIOException where the file cannot be read */
    @Override
    public Samples slice(int k) {
        try {
            Slice slice = volume.slice(k, time);
            int length = slice.nx() * slice.ny();
            if (slice instanceof Slice.Shorts shorts) {
                return new Samples.Words(shorts.values(), shorts.signed());
            }
            if (slice instanceof Slice.Absent) {
                return new Samples.Missing(length);
            }
            float[] values = new float[length];
            for (int n = 0; n < length; n++) {
                values[n] = (float) slice.stored(n % slice.nx(), n / slice.nx());
            }
            return new Samples.Floats(values);
        } catch (IOException e) {
            throw new UncheckedIOException("a slice cannot be read", e);
        }
    }

    @Override
    public Rescale rescale(int k) {
        Scaling scaling = volume.scaling(k, time);
        return new Rescale(scaling.slope(), scaling.intercept(), unit);
    }
}
