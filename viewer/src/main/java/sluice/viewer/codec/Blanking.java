package sluice.viewer.codec;

import java.util.List;

/** Changes stored values: boxes become dark, unused bits 0. */
final class Blanking {
    private final EncodedImage image;
    private final boolean clearUnusedBits;

    Blanking(EncodedImage image, boolean clearUnusedBits) {
        this.image = image;
        this.clearUnusedBits = clearUnusedBits;
    }

    /**
     * A changed copy.
     *
     * @param boxes within the raster
     * @param signBits what stands above negative values of fewer bits than are allocated: their sign, or 0
     */
    Raster apply(Raster raster, List<PixelBox> boxes, boolean signBits) throws CodecException {
        byte[] bytes = raster.bytes().clone();
        if (clearUnusedBits) {
            clear(bytes, raster.sampleBytes(), signBits);
        }
        if (!boxes.isEmpty()) {
            byte[] pixel = Darkest.pixelOfFrame(image, raster, signBits);
            for (PixelBox box : boxes) {
                fill(bytes, raster.rowBytes(), box, pixel);
            }
        }
        return new Raster(raster.rows(), raster.columns(), raster.samples(), raster.sampleBytes(), bytes,
                raster.photometric());
    }

    private static void fill(byte[] bytes, int rowBytes, PixelBox box, byte[] pixel) {
        int n = pixel.length;
        int first = box.y() * rowBytes + box.x() * n;
        int count = box.width() * n;
        for (int i = 0; i < count; i++) {
            bytes[first + i] = pixel[i % n];
        }
        for (int y = 1; y < box.height(); y++) {
            System.arraycopy(bytes, first, bytes, first + y * rowBytes, count);
        }
    }

    private void clear(byte[] bytes, int n, boolean signBits) throws CodecException {
        StoredBits bits = StoredBits.of(image.format());
        for (int at = 0; at < bytes.length; at += n) {
            long word = 0;
            for (int i = n - 1; i >= 0; i--) {
                word = word << 8 | bytes[at + i] & 0xFF;
            }
            word = bits.cleared(word, signBits);
            for (int i = 0; i < n; i++) {
                bytes[at + i] = (byte) (word >> 8 * i);
            }
        }
    }
}
