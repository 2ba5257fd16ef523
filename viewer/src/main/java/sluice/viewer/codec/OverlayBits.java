package sluice.viewer.codec;

import java.util.Arrays;
import java.util.List;

/**
 * Overlay Data (60xx,3000): one bit for each pixel, the first in the lowest bit of the first byte, rows and frames one after
 * the other without gaps (PS3.5 8.1.2, PS3.3 C.9.2). The bytes are those of a little-endian data set.
 *
 * @param rows Overlay Rows (60xx,0010)
 * @param columns Overlay Columns (60xx,0011)
 * @param frames Number of Frames in Overlay (60xx,0015), 1 where it is missing
 */
public record OverlayBits(int rows, int columns, int frames) {

    /** @throws IllegalArgumentException where there is no pixel, or more than 2^31 bits */
    public OverlayBits {
        if (rows < 1 || columns < 1 || frames < 1 || (long) rows * columns > Integer.MAX_VALUE / (long) frames) {
            throw new IllegalArgumentException("an overlay of such a size is not handled");
        }
    }

    /** Bytes of the data, padded to an even number. */
    public int packedBytes() {
        return (rows * columns * frames + 15) / 16 * 2;
    }

    /**
     * One frame as one byte for each pixel, 0 or 1.
     *
     * @param frame from 0
     * @throws CodecException where the data is too short
     */
    public byte[] bitmap(byte[] packed, int frame) throws CodecException {
        check(packed);
        byte[] bitmap = new byte[rows * columns];
        int first = bitmap.length * frame;
        for (int i = 0; i < bitmap.length; i++) {
            int bit = first + i;
            bitmap[i] = (byte) (packed[bit >> 3] >> (bit & 7) & 1);
        }
        return bitmap;
    }

    /** The data of frames of one byte for each pixel, every value but 0 a mark. */
    public byte[] packed(List<byte[]> bitmaps) {
        byte[] packed = new byte[packedBytes()];
        int bit = 0;
        for (byte[] bitmap : bitmaps) {
            for (byte pixel : bitmap) {
                packed[bit >> 3] |= (byte) (pixel == 0 ? 0 : 1 << (bit & 7));
                bit++;
            }
        }
        return packed;
    }

    /**
     * A copy without marks in the boxes of a frame, and without anything behind its last frame.
     *
     * @param frame from 0
     * @param boxes in pixels of the overlay; Overlay Origin (60xx,0050) has been taken off. May reach over the edges
     * @throws CodecException where the data is too short
     */
    public byte[] blanked(byte[] packed, int frame, List<PixelBox> boxes) throws CodecException {
        check(packed);
        byte[] copy = Arrays.copyOf(packed, packedBytes());
        for (int bit = rows * columns * frames; bit < 8 * copy.length; bit++) {
            copy[bit >> 3] &= (byte) ~(1 << (bit & 7));
        }
        for (PixelBox box : boxes) {
            PixelBox cut = box.grown(0, columns, rows);
            for (int y = cut == null ? 0 : cut.y(); cut != null && y < cut.bottom(); y++) {
                int row = (rows * frame + y) * columns;
                for (int bit = row + cut.x(); bit < row + cut.right(); bit++) {
                    copy[bit >> 3] &= (byte) ~(1 << (bit & 7));
                }
            }
        }
        return copy;
    }

    private void check(byte[] packed) throws CodecException {
        if (packed.length < (rows * columns * frames + 7) / 8) {
            throw new CodecException(CodecException.Reason.CORRUPT, "Overlay Data is shorter than the overlay");
        }
    }
}
