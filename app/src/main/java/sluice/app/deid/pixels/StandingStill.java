package sluice.app.deid.pixels;

/** Collects what does not change in a moving picture. Not for two threads at once. */
final class StandingStill {
    /** Of fewer frames nothing is said: much stands still by chance. */
    static final int LEAST_FRAMES = 8;
    private GreyPlane first;
    private byte[] smallest;
    private byte[] largest;
    private int frames;

    void add(GreyPlane plane) {
        if (first == null) {
            first = plane;
            smallest = plane.grey().clone();
            largest = plane.grey().clone();
        }
        for (int i = 0; i < smallest.length; i++) {
            int v = plane.grey()[i] & 0xff;
            if (v < (smallest[i] & 0xff)) {
                smallest[i] = (byte) v;
            }
            if (v > (largest[i] & 0xff)) {
                largest[i] = (byte) v;
            }
        }
        frames++;
    }

    /**
     * White where a pixel always had the same value and that is not the background's, black elsewhere; null where there were
     * too few frames, or hardly anything moves.
     */
    GreyPlane mask() {
        if (frames < LEAST_FRAMES) {
            return null;
        }
        int[] values = new int[256];
        int still = 0;
        for (int i = 0; i < smallest.length; i++) {
            if (smallest[i] == largest[i]) {
                values[smallest[i] & 0xff]++;
                still++;
            }
        }
        int commonest = 0;
        for (int v = 1; v < 256; v++) {
            commonest = values[v] > values[commonest] ? v : commonest;
        }
        // a background covers much of the picture; writing does not
        boolean background = values[commonest] > smallest.length / 8;
        byte[] mask = new byte[smallest.length];
        int marked = 0;
        for (int i = 0; i < mask.length; i++) {
            if (smallest[i] == largest[i] && !(background && (smallest[i] & 0xff) == commonest)) {
                mask[i] = (byte) 255;
                marked++;
            }
        }
        // a picture that stands still as a whole says nothing about what was laid over it
        return still == mask.length || marked > mask.length / 3 ? null : new GreyPlane(first.width(), first.height(), mask);
    }
}
