package sluice.viewer.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sluice.viewer.dicom.DisplayHeader;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.VoiWindow;

/**
 * A window for values of which nobody says how to show them: between the 0.5th and the 99.5th percentile of the real values,
 * padding and what is no number left out. Of very many values every n-th counts. The standard leaves this to the application
 * (PS3.3 C.11.2.1.2).
 */
public final class AutoWindow {
    private static final int ENOUGH = 1 << 17;
    private static final double CUT = 0.005;

    private AutoWindow() {}

    /** Of one frame. Values of 8 bits without sign that no modality LUT changes are shown as they are. */
    public static VoiWindow of(Samples samples, ModalityMap modality, Optional<PixelPadding> padding, int bitsStored) {
        boolean plain = modality instanceof ModalityMap.Linear linear && linear.rescale().slope() == 1
                && linear.rescale().intercept() == 0;
        if (plain && bitsStored <= 8 && samples.least() == 0) {
            return VoiWindow.between(0, (1 << bitsStored) - 1);
        }
        return of(List.of(samples), List.of(modality), padding);
    }

    /** Of a volume: from up to 16 evenly spread slices. */
    public static VoiWindow of(Voxels voxels) {
        int nz = voxels.grid().nz();
        int count = Math.min(16, nz);
        List<Samples> slices = new ArrayList<>();
        List<ModalityMap> maps = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int k = (int) ((n + 0.5) * nz / count);
            slices.add(voxels.slice(k));
            maps.add(new ModalityMap.Linear(voxels.rescale(k)));
        }
        return of(slices, maps, voxels.padding());
    }

    /**
     * Of the preferred way that a data set offers: its first window, else its first table, else the percentiles.
     *
     * @param bitsStored Bits Stored (0028,0101)
     */
    public static VoiMap preferred(DisplayHeader header, Samples samples, int bitsStored) {
        if (!header.windows().isEmpty()) {
            return new VoiMap.Windowed(header.windows().get(0));
        }
        if (!header.tables().isEmpty()) {
            return new VoiMap.Tabled(header.tables().get(0));
        }
        return new VoiMap.Windowed(of(samples, ModalityMap.of(header), header.padding(), bitsStored));
    }

    private static VoiWindow of(List<Samples> all, List<ModalityMap> maps, Optional<PixelPadding> padding) {
        long total = 0;
        for (Samples samples : all) {
            total += samples.length();
        }
        // an odd step does not fall into step with rows of even length
        int step = (int) (total / ENOUGH) | 1;
        double[] values = new double[(int) (total / step) + all.size()];
        int count = 0;
        for (int n = 0; n < all.size(); n++) {
            Samples samples = all.get(n);
            for (int at = 0; at < samples.length(); at += step) {
                double stored = samples.at(at);
                if (Double.isFinite(stored) && !(padding.isPresent() && padding.get().contains(stored))) {
                    values[count++] = maps.get(n).real(stored);
                }
            }
        }
        if (count == 0) {
            return VoiWindow.between(0, 1);
        }
        Arrays.sort(values, 0, count);
        double low = values[(int) (CUT * (count - 1))];
        double high = values[(int) Math.ceil((1 - CUT) * (count - 1))];
        return low < high ? VoiWindow.between(low, high) : VoiWindow.between(values[0], values[count - 1]);
    }
}
