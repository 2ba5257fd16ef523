package sluice.viewer.render;

import java.util.Optional;
import java.util.OptionalDouble;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.Vec3;

/**
 * What is under the cursor: always the voxel itself, whatever the picture interpolates.
 *
 * @param i index of the voxel
 * @param j index of the voxel
 * @param k index of the voxel, its slice
 * @param lps the place that was asked for, mm
 * @param stored stored value
 * @param real value after the modality LUT
 * @param unit of the real value, such as HU; may be empty
 * @param suv standardised uptake value by body weight, g/ml, of PET with all that it takes
 * @param padding whether the value is no part of the image
 */
public record Probe(int i, int j, int k, Vec3 lps, double stored, double real, String unit, OptionalDouble suv, boolean padding) {

    /**
     * At a place in the patient.
     *
     * @param lps mm
     * @param suvFactor g/ml per unit of the real value, empty for none
     * @return empty outside the volume
     */
    public static Optional<Probe> at(Voxels voxels, Vec3 lps, OptionalDouble suvFactor) {
        Vec3 index = voxels.grid().toIndex(lps);
        if (!voxels.grid().contains(index)) {
            return Optional.empty();
        }
        int i = (int) Math.floor(index.x() + 0.5);
        int j = (int) Math.floor(index.y() + 0.5);
        int k = (int) Math.floor(index.z() + 0.5);
        double stored = voxels.slice(k).at(j * voxels.grid().nx() + i);
        Rescale rescale = voxels.rescale(k);
        double real = rescale.apply(stored);
        OptionalDouble suv = suvFactor.isPresent() ? OptionalDouble.of(real * suvFactor.getAsDouble()) : OptionalDouble.empty();
        boolean padding = voxels.padding().isPresent() && voxels.padding().get().contains(stored);
        return Optional.of(new Probe(i, j, k, lps, stored, real, voxels.unit(), suv, padding));
    }
}
