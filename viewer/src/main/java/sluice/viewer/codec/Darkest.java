package sluice.viewer.codec;

import java.util.Arrays;

/**
 * The stored values that every viewer shows black before a window is set: the least value of MONOCHROME2, the greatest of
 * MONOCHROME1, black of RGB and YBR, the darkest entry of a palette; 0 of floating point values.
 */
final class Darkest {
    private Darkest() {}

    /**
     * One pixel.
     *
     * @param raster whose colour space counts
     * @param signBits whether negative values repeat their sign in the unused bits above
     * @return samples one after the other, little endian; unused bits are 0 but for the sign
     * @throws CodecException where there is no such value, or the bits of a sample are not told
     */
    static byte[] pixel(EncodedImage image, Raster raster, boolean signBits) throws CodecException {
        return pixel(image, raster, signBits, false);
    }

    /**
     * As {@link #pixel(EncodedImage, Raster, boolean)}, but of grey values of more than 8 bits the darkest that the frame has,
     * unless that is 0 anyway: a value that no pixel had before would stretch the window of every viewer that takes it from the values.
     */
    static byte[] pixelOfFrame(EncodedImage image, Raster raster, boolean signBits) throws CodecException {
        return pixel(image, raster, signBits, raster.sampleBytes() > 1);
    }

    private static byte[] pixel(EncodedImage image, Raster raster, boolean signBits, boolean ofFrame) throws CodecException {
        ImageFormat format = image.format();
        StoredBits bits = StoredBits.of(format);
        byte[] pixel = new byte[raster.samples() * raster.sampleBytes()];
        if (image.floating()) {
            return pixel;
        }
        long middle = 1L << format.bitsStored() - 1;
        long[] values = new long[raster.samples()];
        switch (raster.photometric()) {
            case "MONOCHROME1" -> Arrays.fill(values, ofFrame ? bits.extreme(raster, true) : format.signed() ? middle - 1 : -1L);
            case "MONOCHROME2" -> Arrays.fill(values, !format.signed() ? 0
                    : ofFrame ? bits.extreme(raster, false) : -middle);
            case "PALETTE COLOR" -> values[0] = image.darkestIndex().orElseThrow(() -> new CodecException(
                    CodecException.Reason.UNSUPPORTED, "The palette cannot be read, so no entry is known to be dark"));
            case "RGB" -> requireUnsigned(format);
            case "YBR_FULL", "YBR_FULL_422" -> ybr(values, 0, middle, format);
            case "YBR_PARTIAL_422" -> ybr(values, middle / 8, middle, format);
            default -> throw new CodecException(CodecException.Reason.UNSUPPORTED,
                    "The Photometric Interpretation is not known, so no value is known to be dark");
        }
        for (int sample = 0; sample < values.length; sample++) {
            long word = bits.word(values[sample], signBits);
            for (int i = 0; i < raster.sampleBytes(); i++) {
                pixel[sample * raster.sampleBytes() + i] = (byte) (word >> 8 * i);
            }
        }
        return pixel;
    }

    private static void ybr(long[] values, long black, long middle, ImageFormat format) throws CodecException {
        requireUnsigned(format);
        if (values.length != 3) {
            throw new CodecException(CodecException.Reason.MISMATCH, "YBR has three samples");
        }
        values[0] = black;
        values[1] = middle;
        values[2] = middle;
    }

    private static void requireUnsigned(ImageFormat format) throws CodecException {
        if (format.signed()) {
            throw new CodecException(CodecException.Reason.UNSUPPORTED, "Colour with signed samples has no defined black");
        }
    }
}
