package sluice.viewer.codec;

/**
 * Colour spaces of stored values (PS3.3 C.7.6.3.1.2) as RGB. Rounded to the nearest value and cut to the range; YBR to RGB
 * and back is therefore not exact.
 */
public final class Colours {
    /** Red from CR, green from CB and CR, blue from CB: the inverse of the equations for YBR_FULL. */
    private static final double[] FULL = {1, 0, 1.402, -0.344136, -0.714136, 1.772};
    /** The inverse of the equations for YBR_PARTIAL_422, whose Y takes 219 of 255 steps from 16 on. */
    private static final double[] PARTIAL = {255 / 219.0, 16, 1.5960, -0.3918, -0.8130, 2.0173};

    private Colours() {}

    /**
     * The same pixels in RGB; the raster itself where it is no colour image of several samples, or RGB already.
     *
     * @param bitsStored Bits Stored (0028,0101), of which the range follows
     * @throws CodecException where the colour space is none of PS3.3 C.7.6.3.1.2 that has three samples
     */
    public static Raster toRgb(Raster raster, int bitsStored) throws CodecException {
        if (raster.samples() == 1 || raster.photometric().equals("RGB")) {
            return raster;
        }
        double[] equations = switch (raster.photometric()) {
            case "YBR_FULL", "YBR_FULL_422" -> FULL;
            case "YBR_PARTIAL_422" -> PARTIAL;
            default -> throw new CodecException(CodecException.Reason.UNSUPPORTED, "The colour space is not known");
        };
        if (raster.samples() != 3 || raster.sampleBytes() > 2 || bitsStored < 8 || bitsStored > 8 * raster.sampleBytes()) {
            throw new CodecException(CodecException.Reason.UNSUPPORTED, "YBR has three samples of 8 to 16 bits");
        }
        return converted(raster, bitsStored, equations);
    }

    private static Raster converted(Raster raster, int bitsStored, double[] e) {
        byte[] from = raster.bytes();
        byte[] to = new byte[from.length];
        int n = raster.sampleBytes();
        int largest = (1 << bitsStored) - 1;
        double middle = 1 << bitsStored - 1;
        double black = e[1] * (1 << bitsStored - 8);
        for (int i = 0; i < from.length; i += 3 * n) {
            double y = e[0] * (get(from, i, n) - black);
            double cb = get(from, i + n, n) - middle;
            double cr = get(from, i + 2 * n, n) - middle;
            put(to, i, n, y + e[2] * cr, largest);
            put(to, i + n, n, y + e[3] * cb + e[4] * cr, largest);
            put(to, i + 2 * n, n, y + e[5] * cb, largest);
        }
        return new Raster(raster.rows(), raster.columns(), raster.samples(), n, to, "RGB");
    }

    private static int get(byte[] bytes, int at, int n) {
        return n == 1 ? bytes[at] & 0xFF : bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static void put(byte[] bytes, int at, int n, double value, int largest) {
        int v = (int) Math.max(0, Math.min(largest, Math.floor(value + 0.5)));
        bytes[at] = (byte) v;
        if (n == 2) {
            bytes[at + 1] = (byte) (v >> 8);
        }
    }
}
