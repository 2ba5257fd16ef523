package sluice.viewer.render;

import java.util.Optional;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.Colours;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.PaletteColours;

/** Decoded rasters as frames: only the bits of the stored value count, with their sign (PS3.5 8.1.1). */
public final class Frames {
    private Frames() {}

    /**
     * The frame of a raster.
     *
     * @param raster as {@code FrameDecoder} gives it
     * @param format what the data set says about it
     * @param floating whether the values are floating point numbers (Float or Double Float Pixel Data)
     * @param palette of PALETTE COLOR
     * @throws CodecException where the colour space, palette or depth is none that can be shown
     */
    public static Frame of(Raster raster, ImageFormat format, boolean floating, Optional<PaletteColours> palette)
            throws CodecException {
        if (raster.samples() >= 3) {
            return colour(Colours.toRgb(raster, format.bitsStored()), format.bitsStored());
        }
        if (raster.samples() != 1) {
            throw unsupported("Pixels of two samples have no meaning");
        }
        if (floating) {
            return new Frame.Grey(raster.columns(), raster.rows(), numbers(raster));
        }
        if (format.photometric().equals("PALETTE COLOR")) {
            return colour(words(raster, format), raster, palette.orElseThrow(() -> unsupported("The palette is missing")));
        }
        return new Frame.Grey(raster.columns(), raster.rows(),
                format.bitsStored() <= 16 ? words(raster, format) : whole(raster, format));
    }

    private static CodecException unsupported(String why) {
        return new CodecException(CodecException.Reason.UNSUPPORTED, why);
    }

    /** Stored values of up to 16 bits. */
    static Samples.Words words(Raster raster, ImageFormat format) throws CodecException {
        int low = low(raster, format);
        int up = 64 - format.bitsStored();
        short[] values = new short[raster.columns() * raster.rows()];
        byte[] bytes = raster.bytes();
        if (raster.sampleBytes() == 2) {
            for (int n = 0; n < values.length; n++) {
                long word = (bytes[2 * n] & 0xFF | (bytes[2 * n + 1] & 0xFF) << 8) >>> low;
                values[n] = (short) (format.signed() ? word << up >> up : word << up >>> up);
            }
        } else {
            for (int n = 0; n < values.length; n++) {
                values[n] = (short) stored(raster, n, low, up, format.signed());
            }
        }
        return new Samples.Words(values, format.signed());
    }

    private static Samples.Floats whole(Raster raster, ImageFormat format) throws CodecException {
        int low = low(raster, format);
        float[] values = new float[raster.columns() * raster.rows()];
        for (int n = 0; n < values.length; n++) {
            values[n] = stored(raster, n, low, 64 - format.bitsStored(), format.signed());
        }
        return new Samples.Floats(values);
    }

    private static long stored(Raster raster, int n, int low, int up, boolean signed) {
        long word = raster.value(n % raster.columns(), n / raster.columns(), 0) >>> low;
        return signed ? word << up >> up : word << up >>> up;
    }

    private static int low(Raster raster, ImageFormat format) throws CodecException {
        int low = format.highBit() + 1 - format.bitsStored();
        if (format.bitsStored() < 1 || low < 0 || format.highBit() >= 8 * raster.sampleBytes()) {
            throw new CodecException(CodecException.Reason.MISMATCH,
                    "Bits Allocated, Bits Stored and High Bit contradict each other");
        }
        return low;
    }

    private static Samples.Floats numbers(Raster raster) throws CodecException {
        if (raster.sampleBytes() < 4) {
            throw unsupported("Floating point pixels have 32 or 64 bits");
        }
        float[] values = new float[raster.columns() * raster.rows()];
        for (int n = 0; n < values.length; n++) {
            long bits = raster.value(n % raster.columns(), n / raster.columns(), 0);
            values[n] = raster.sampleBytes() == 4 ? Float.intBitsToFloat((int) bits) : (float) Double.longBitsToDouble(bits);
        }
        return new Samples.Floats(values);
    }

    private static Frame.Colour colour(Raster rgb, int bitsStored) throws CodecException {
        if (rgb.sampleBytes() > 2 || bitsStored < 1 || bitsStored > 16) {
            throw unsupported("Colours have up to 16 bits");
        }
        int most = (1 << bitsStored) - 1;
        int[] colours = new int[rgb.columns() * rgb.rows()];
        byte[] b = rgb.bytes();
        int width = rgb.sampleBytes();
        int pixel = rgb.samples() * width;
        for (int n = 0; n < colours.length; n++) {
            for (int s = 0; s < 3; s++) {
                int at = n * pixel + s * width;
                int value = (width == 1 ? b[at] & 0xFF : b[at] & 0xFF | (b[at + 1] & 0xFF) << 8) & most;
                int eight = bitsStored == 8 ? value : (value * 255 * 2 + most) / (2 * most);
                colours[n] |= eight << 16 - 8 * s;
            }
        }
        return new Frame.Colour(rgb.columns(), rgb.rows(), colours);
    }

    private static Frame.Colour colour(Samples.Words indices, Raster raster, PaletteColours palette) {
        int[] colours = new int[indices.length()];
        for (int n = 0; n < colours.length; n++) {
            colours[n] = palette.at((int) indices.at(n));
        }
        return new Frame.Colour(raster.columns(), raster.rows(), colours);
    }
}
