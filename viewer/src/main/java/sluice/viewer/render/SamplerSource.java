package sluice.viewer.render;

import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;

/**
 * The slices that a picture needs, in the form that the loops want.
 *
 * @param cells for all kinds of samples
 * @param words for whole numbers of up to 16 bits
 */
record SamplerSource(Cells cells, Optional<WordSlices> words) {

    /**
     * Prepares slices.
     *
     * @param slices by third index; null where the picture needs none; at least one is not null
     * @param rescales by third index; null for stored values
     */
    static SamplerSource of(Samples[] slices, Rescale[] rescales, Optional<PixelPadding> padding) {
        Cells stored = Cells.stored(slices, padding);
        return new SamplerSource(rescales == null ? stored : stored.rescaled(rescales), WordSlices.of(slices, rescales, padding));
    }

    /** @param size nx, ny and nz */
    RowSampler sampler(int[] size, PixelMap map, Interpolation interpolation) {
        return words.isPresent() ? new WordSampler(words.get(), cells, size, map, interpolation)
                : new CellSampler(cells, size, map, interpolation);
    }
}
