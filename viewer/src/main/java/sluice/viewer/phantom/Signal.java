package sluice.viewer.phantom;

import sluice.viewer.geometry.Vec3;

/** From tissues to voxel values: table value, natural variation, bias field, noise, rounding. */
final class Signal {

    private final double[] value;
    private final double[] spread;
    private final boolean mr;
    private final ScanOptions options;
    private final VoxelNoise noise;

    Signal(Contrast contrast, ScanOptions options) {
        this.value = PhantomTables.signal(contrast.column());
        this.spread = PhantomTables.signal(4);
        this.mr = contrast != Contrast.CT;
        this.options = options;
        this.noise = new VoxelNoise(options.seed());
    }

    double of(int tissue) {
        return value[tissue];
    }

    short voxel(double mean, int tissue, Vec3 p, long voxel) {
        if (!mr) {
            double hu = options.noise() == 0 ? mean : mean + options.noise() * noise.normal(voxel, 0);
            return (short) Math.max(-1024, Math.min(3071, Math.rint(hu)));
        }
        double s = mean;
        if (s > 0 && options.noise() > 0) {
            s *= 1 + spread[tissue] / 100 * texture(p);
        }
        if (options.biasField()) {
            s *= 1 + 0.10 * Math.sin(0.011 * p.x() + 0.4) - 0.08 * Math.sin(0.012 * p.y()) + 0.07 * Math.cos(0.010 * p.z() + 0.6);
        }
        if (options.noise() > 0) {
            double re = s + options.noise() * noise.normal(voxel, 0);
            double im = options.noise() * noise.normal(voxel, 1);
            s = Math.sqrt(re * re + im * im);
        }
        return (short) Math.max(0, Math.min(4095, Math.rint(s)));
    }

    /** Smooth irregularity of some millimetres, between -1 and 1. */
    private static double texture(Vec3 p) {
        double x = p.x();
        double y = p.y();
        double z = p.z();
        return Math.sin(0.9 * x + 1.7 * Math.sin(0.31 * y)) * Math.sin(0.8 * y + 1.3 * Math.sin(0.37 * z))
            + 0.5 * Math.sin(0.85 * z + 1.1 * Math.sin(0.29 * x));
    }
}
