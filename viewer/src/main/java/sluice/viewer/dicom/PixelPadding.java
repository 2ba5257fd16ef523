package sluice.viewer.dicom;

/**
 * Stored values that are no part of the image: Pixel Padding Value (0028,0120) to Pixel Padding Range Limit (0028,0121),
 * both included (PS3.3 C.7.5.1.1.2). Applies before the modality LUT.
 *
 * @param from least stored value
 * @param to greatest stored value
 */
public record PixelPadding(int from, int to) {

    /** Either end first: the limit may lie on either side of the value. */
    public PixelPadding {
        if (from > to) {
            int kept = from;
            from = to;
            to = kept;
        }
    }

    public boolean contains(double stored) {
        return stored >= from && stored <= to;
    }
}
