package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.dicom.RawElements;

/**
 * What an overlay group (60xx) of a data set says about itself (PS3.3 C.9.2); 0 and -1 stand for what is missing.
 *
 * @param group the upper half of its tags
 * @param type Overlay Type: G graphics, R region of interest
 * @param rows of pixels
 * @param columns of pixels
 * @param frames Number of Frames in Overlay (60xx,0015), 1 where it is missing
 * @param bitsAllocated 1; before 2004 also that of the pixel data, then the overlay stands in unused bits of the samples
 * @param bitPosition where it stands there
 * @param hasData whether Overlay Data (60xx,3000) is there
 */
public record OverlayPlane(int group, String type, int rows, int columns, int frames, int bitsAllocated, int bitPosition,
        boolean hasData) {

    private static final int REPEATING = 0xFF01_0000;
    private static final int OVERLAY = 0x6000_0000;
    private static final int DATA = 0x3000;

    /** Whether a tag belongs to an overlay; every even group of the family counts. */
    public static boolean isPart(int tag) {
        return (tag & REPEATING) == OVERLAY;
    }

    /** The overlays of one level of a data set, in order of their groups. */
    public static List<OverlayPlane> of(Attributes level) {
        List<OverlayPlane> planes = new ArrayList<>(0);
        int last = -1;
        for (int tag : level.tags()) {
            if (isPart(tag) && tag >>> 16 != last && (tag & 0xFFFF) != 0) {
                last = tag >>> 16;
                planes.add(of(level, last));
            }
        }
        return planes;
    }

    /** One group, which may not be there. */
    static OverlayPlane of(Attributes level, int group) {
        int base = group << 16;
        return new OverlayPlane(group, RawElements.ascii(level, base | 0x0040), RawElements.integer(level, base | 0x0010, 0),
                RawElements.integer(level, base | 0x0011, 0), RawElements.integer(level, base | 0x0015, 1),
                RawElements.integer(level, base | 0x0100, 0), RawElements.integer(level, base | 0x0102, -1),
                level.containsValue(base | DATA));
    }

    /** Whether the marks stand, or may stand, in the pixel data: by the bits that are allocated, or because they stand nowhere else. */
    public boolean inPixelData() {
        return bitsAllocated > 1 || !hasData;
    }

    /** Whether it is said to stand among the bits of the stored value, where it cannot be told from the picture. */
    public boolean amongStoredBits(ImageFormat format) {
        return inPixelData() && !hasData && bitPosition <= format.highBit() && bitPosition > format.highBit() - format.bitsStored();
    }
}
