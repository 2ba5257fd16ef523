package sluice.viewer.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.phantom.PhantomVolume;

/** Volumes for tests. */
final class MadeVolumes {
    private MadeVolumes() {}

    /** Anisotropic, oblique and sheared as by gantry tilt, possibly left-handed; noise in all voxels. */
    static ArrayVoxels any(Random random) {
        int nx = 1 + random.nextInt(12);
        int ny = 1 + random.nextInt(12);
        int nz = 1 + random.nextInt(12);
        Vec3 x = direction(random).times(0.3 + 2 * random.nextDouble());
        Vec3 y = x.cross(direction(random)).unit().times(0.3 + 2 * random.nextDouble());
        Vec3 z = x.cross(y).unit().times(random.nextBoolean() ? 1 : -1).plus(y.times(0.3 * random.nextDouble()))
                .times(0.5 + 4 * random.nextDouble());
        VoxelGrid grid = VoxelGrid.centred(nx, ny, nz, new Affine3(x, y, z, Vec3.ZERO), direction(random).times(50));
        boolean floats = random.nextInt(4) == 0;
        boolean signed = random.nextBoolean();
        List<Samples> slices = new ArrayList<>();
        List<Rescale> rescales = new ArrayList<>();
        for (int k = 0; k < nz; k++) {
            short[] words = new short[nx * ny];
            float[] numbers = new float[nx * ny];
            for (int n = 0; n < words.length; n++) {
                words[n] = (short) random.nextInt(65536);
                numbers[n] = (float) random.nextGaussian();
            }
            slices.add(floats ? new Samples.Floats(numbers) : new Samples.Words(words, signed));
            rescales.add(new Rescale((random.nextBoolean() ? 1 : -1) * (0.01 + random.nextDouble()), random.nextInt(100), ""));
        }
        Optional<PixelPadding> padding = random.nextInt(3) == 0 ? Optional.of(new PixelPadding(-9000, 9000)) : Optional.empty();
        return new ArrayVoxels(grid, slices, random.nextBoolean() ? rescales : rescales.subList(0, 1), padding, "");
    }

    static Vec3 direction(Random random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
    }

    /** Any plane near a volume. */
    static PlaneView plane(Random random, VoxelGrid grid, int width, int height) {
        Vec3 right = direction(random);
        Vec3 down = right.cross(direction(random)).unit();
        return PlaneView.fit(right, down, grid, width, height).moved(random.nextGaussian()).panned(random.nextGaussian(), 1);
    }

    static ArrayVoxels of(PhantomVolume phantom) {
        List<Samples> slices = new ArrayList<>();
        for (int k = 0; k < phantom.grid().nz(); k++) {
            slices.add(new Samples.Words(phantom.slice(k), true));
        }
        return ArrayVoxels.of(phantom.grid(), slices, new Rescale(1, 0, "HU"), "HU");
    }

    /** A volume whose stored value is {@code value} at each voxel's centre in LPS mm. */
    static ArrayVoxels of(VoxelGrid grid, ToDoubleFunction<Vec3> value) {
        List<Samples> slices = new ArrayList<>();
        for (int k = 0; k < grid.nz(); k++) {
            float[] slice = new float[grid.nx() * grid.ny()];
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (float) value.applyAsDouble(grid.toLps(n % grid.nx(), n / grid.nx(), k));
            }
            slices.add(new Samples.Floats(slice));
        }
        return ArrayVoxels.of(grid, slices, Rescale.NONE, "");
    }

    /** Equal but for the rounding of double precision; no number equals no number. */
    static void assertClose(double expected, double actual, Object what) {
        if (Double.isNaN(expected) ? !Double.isNaN(actual) : !(Math.abs(expected - actual) <= 1e-6 * Math.max(1, Math.abs(expected)))) {
            throw new AssertionError(what + ": expected " + expected + " but was " + actual);
        }
    }
}
