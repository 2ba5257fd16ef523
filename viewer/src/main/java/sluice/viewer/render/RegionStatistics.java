package sluice.viewer.render;

import java.util.BitSet;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.VoxelGrid;

/**
 * Real values of the voxels of a region. Padding and what is no number do not count.
 *
 * @param count voxels that count
 * @param mean NaN of no voxels, as are the three that follow
 * @param deviation standard deviation of these voxels as the whole population: the sum of squares is divided by {@code count}
 * @param least the smallest value
 * @param greatest the largest value
 * @param area mm²: {@code count} times the area of a voxel's face in its slice; meant for regions in one slice
 * @param volume mm³: {@code count} times the volume of a voxel
 */
public record RegionStatistics(long count, double mean, double deviation, double least, double greatest, double area,
        double volume) {

    /** Which voxels belong to a region. */
    public interface Region {
        boolean contains(int i, int j, int k);
    }

    /**
     * Of a region in one slice.
     *
     * @param pixels bits at {@code j · nx + i}
     */
    public static RegionStatistics of(Voxels voxels, int k, BitSet pixels) {
        Sum sum = new Sum();
        Samples samples = voxels.slice(k);
        for (int at = pixels.nextSetBit(0); at >= 0 && at < samples.length(); at = pixels.nextSetBit(at + 1)) {
            sum.add(voxels, samples.at(at), voxels.rescale(k));
        }
        return sum.of(voxels.grid());
    }

    /**
     * Of a region in several slices.
     *
     * @param from first slice
     * @param to slice after the last
     */
    public static RegionStatistics of(Voxels voxels, int from, int to, Region region) {
        Sum sum = new Sum();
        VoxelGrid grid = voxels.grid();
        for (int k = from; k < to; k++) {
            Samples samples = voxels.slice(k);
            Rescale rescale = voxels.rescale(k);
            for (int j = 0; j < grid.ny(); j++) {
                for (int i = 0; i < grid.nx(); i++) {
                    if (region.contains(i, j, k)) {
                        sum.add(voxels, samples.at(j * grid.nx() + i), rescale);
                    }
                }
            }
        }
        return sum.of(grid);
    }

    /** Running mean and squares after Welford, which do not cancel out. */
    private static final class Sum {
        private long count;
        private double mean;
        private double squares;
        private double least = Double.NaN;
        private double greatest = Double.NaN;

        void add(Voxels voxels, double stored, Rescale rescale) {
            if (!Double.isFinite(stored) || voxels.padding().isPresent() && voxels.padding().get().contains(stored)) {
                return;
            }
            double v = rescale.apply(stored);
            count++;
            double d = v - mean;
            mean += d / count;
            squares += d * (v - mean);
            least = count == 1 ? v : Math.min(least, v);
            greatest = count == 1 ? v : Math.max(greatest, v);
        }

        RegionStatistics of(VoxelGrid grid) {
            double face = grid.indexToLps().x().cross(grid.indexToLps().y()).length();
            return new RegionStatistics(count, count == 0 ? Double.NaN : mean,
                    count == 0 ? Double.NaN : Math.sqrt(squares / count), least, greatest, count * face,
                    count * grid.voxelVolume());
        }
    }
}
