package sluice.viewer.phantom;

/** Noise that depends on a seed and the voxel's place only, so that slices can be computed in any order. */
final class VoxelNoise {

    private final long seed;

    VoxelNoise(long seed) {
        this.seed = mix(seed + 0x9e3779b97f4a7c15L);
    }

    /**
     * Normally distributed, mean 0, variance 1 (Box and Muller 1958).
     *
     * @param stream 0 or 1: two independent deviates for the same voxel
     */
    double normal(long voxel, int stream) {
        long h = mix(seed ^ mix(voxel));
        double radius = Math.sqrt(-2 * Math.log(((h >>> 40) + 0.5) / (1 << 24)));
        double angle = 2 * Math.PI * (h & 0xffffff) / (1 << 24);
        return radius * (stream == 0 ? Math.cos(angle) : Math.sin(angle));
    }

    /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
