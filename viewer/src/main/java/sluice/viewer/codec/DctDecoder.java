package sluice.viewer.codec;

import sluice.viewer.codec.CodecException.Reason;

/**
 * Decodes DCT-based, Huffman-coded JPEG: baseline, extended sequential with 8 or 12 bits, and progressive. Results equal those
 * of libjpeg with its accurate integer transform. The colour space is what the data set says, whatever a JFIF or Adobe segment
 * claims: the standard makes Photometric Interpretation (0028,0004) describe the components of the codestream (PS3.5 8.2.1),
 * and no colour transform is undone here. Subsampled components are widened ({@link DctUpsampling}).
 */
final class DctDecoder implements PixelDecoder {

    @Override
    public Raster decode(byte[] frame, ImageFormat format) throws CodecException {
        return raster(DctReader.read(frame, format), format);
    }

    static Raster raster(DctFrame frame, ImageFormat format) throws CodecException {
        int samples = format.samples();
        int width = format.sampleBytes();
        long length = format.pixels() * samples * width;
        if (length > Integer.MAX_VALUE - 16) {
            throw new CodecException(Reason.TOO_LARGE, "The frame is too large for one array");
        }
        byte[] bytes = new byte[(int) length];
        DctUpsampling upsampling = new DctUpsampling(frame);
        DctInverse inverse = new DctInverse(frame.precision());
        for (int s = 0; s < samples; s++) {
            DctComponent component = frame.components().get(s);
            short[] values = inverse.samples(component);
            int stride = component.blocksAcross * 8;
            if (component.h != frame.largestH() || component.v != frame.largestV()) {
                values = upsampling.widen(component, values);
                stride = frame.columns();
            }
            place(values, stride, bytes, s, format);
        }
        return new Raster(format.rows(), format.columns(), samples, width, bytes, photometric(format));
    }

    private static void place(short[] values, int stride, byte[] bytes, int sample, ImageFormat format) {
        int width = format.sampleBytes();
        int step = format.samples() * width;
        int unused = 32 - Math.max(1, Math.min(32, format.bitsStored()));
        int at = sample * width;
        for (int y = 0; y < format.rows(); y++) {
            int from = y * stride;
            for (int x = 0; x < format.columns(); x++, at += step) {
                int value = values[from + x];
                if (format.signed()) {
                    value = value << unused >> unused;
                }
                bytes[at] = (byte) value;
                for (int b = 1; b < width; b++) {
                    bytes[at + b] = (byte) (value >> Math.min(31, 8 * b));
                }
            }
        }
    }

    private static String photometric(ImageFormat format) {
        return format.photometric().equals("YBR_FULL_422") ? "YBR_FULL" : format.photometric();
    }
}
