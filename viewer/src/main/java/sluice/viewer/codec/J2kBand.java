package sluice.viewer.codec;

/** A subband of a tile component with its coefficients, row by row. */
final class J2kBand {
    final J2kArea area;
    /** 0 LL, 1 HL, 2 LH, 3 HH */
    final int orientation;
    /** magnitude bit-planes */
    final int planes;
    /** size of a quantisation step, 0 of the reversible transform */
    final float step;
    /** twice the value with half a step added where planes are missing, until the transform takes them */
    int[] values;

    J2kBand(J2kArea area, int orientation, int planes, float step) {
        this.area = area;
        this.orientation = orientation;
        this.planes = planes;
        this.step = step;
    }

    /** Room for the coefficients, made when the first is due. */
    int[] values() {
        if (values == null) {
            values = new int[Math.max(0, area.width()) * Math.max(0, area.height())];
        }
        return values;
    }

    /**
     * Takes the values of a code-block.
     *
     * @param from twice the values, in rows of {@code stride} from index {@code origin} on
     * @param shift of a region of interest
     */
    void store(J2kBlock block, int[] from, int origin, int stride, int shift) {
        int[] out = values();
        int across = area.width();
        for (int y = 0; y < block.height; y++) {
            int at = origin + y * stride;
            int to = (block.y + y) * across + block.x;
            if (shift == 0) {
                System.arraycopy(from, at, out, to, block.width);
                continue;
            }
            for (int x = 0; x < block.width; x++) {
                int v = from[at + x];
                out[to + x] = Math.abs(v) >> shift > 1 ? v < 0 ? -(-v >> shift) : v >> shift : v;
            }
        }
    }
}
