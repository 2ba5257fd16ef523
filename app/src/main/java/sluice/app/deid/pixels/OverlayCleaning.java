package sluice.app.deid.pixels;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.OverlayBits;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.RawElements;

/**
 * The bit plane of an overlay under the Clean Graphics Option (PS3.15 E.3.3): marks that look like writing go, in each of its
 * frames, and then everything that could be writing ({@link LineArt}). Has no state.
 */
public final class OverlayCleaning {
    private static final int DATA = 0x3000;
    private static final int COMPRESSION = 0x0060;
    private static final int PLANES = 0x0012;
    private static final int MOST_FRAMES = 512;
    private static final long MOST_PIXELS = 1L << 28;
    /** A page of text has more lines, or text upon more than a quarter of it; a drawing with labels has not. */
    private static final int MOST_LINES = 12;
    private static final int DENSE = 4;

    private final TextDetector detector = new TextDetector();

    /**
     * What takes the place of a plane.
     *
     * @param data Overlay Data (60xx,3000) in the byte order of the data set, the same object where no mark went
     * @param changed whether marks went
     */
    public record Cleaned(byte[] data, boolean changed) {

        /** Whether there was nothing but what went. */
        public boolean nothingLeft() {
            return changed && empty(data);
        }
    }

    /**
     * Cleans one plane.
     *
     * @param level a data set that holds it; not changed
     * @param group the upper half of its tags
     * @return empty where the plane has to go as a whole: it cannot be read, or is mostly writing
     */
    public Optional<Cleaned> clean(Attributes level, int group) {
        OverlayPlane plane = OverlayPlane.of(level, group);
        int tag = group << 16 | DATA;
        byte[] data = RawElements.bytes(level, tag);
        boolean plain = plane.type().equals("G") || plane.type().equals("R");
        boolean oneBit = plane.bitsAllocated() == 1 && plane.bitPosition() <= 0;
        boolean ofOld = level.containsValue(group << 16 | COMPRESSION) || RawElements.integer(level, group << 16 | PLANES, 1) > 1;
        if (data == null || !plain || !oneBit || ofOld || plane.frames() < 1 || plane.frames() > MOST_FRAMES
                || plane.rows() < 1 || plane.columns() < 1 || (long) plane.rows() * plane.columns() * plane.frames() > MOST_PIXELS) {
            return Optional.empty();
        }
        VR vr = level.getVR(tag);
        boolean swapped = level.bigEndian() && vr == VR.OW;
        if (vr != VR.OW && vr != VR.OB && (vr != VR.UN || level.bigEndian())) {
            return Optional.empty();
        }
        OverlayBits bits = new OverlayBits(plane.rows(), plane.columns(), plane.frames());
        long marks = (long) plane.rows() * plane.columns() * plane.frames();
        if (data.length != bits.packedBytes() && data.length != (marks + 7) / 8) {
            return Optional.empty();
        }
        try {
            return cleaned(data, swapped, bits);
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    private Optional<Cleaned> cleaned(byte[] data, boolean swapped, OverlayBits bits) throws CodecException {
        byte[] little = swapped ? swapped(data) : data;
        // packed anew also where no mark goes: bits behind the last frame are nobody's
        byte[] packed = new byte[bits.packedBytes()];
        boolean changed = false;
        for (int i = 0; i < bits.frames(); i++) {
            byte[] before = bits.bitmap(little, i);
            byte[] after = before.clone();
            if (!withoutWriting(after, bits)) {
                return Optional.empty();
            }
            changed |= !Arrays.equals(before, after);
            int first = i * after.length;
            for (int k = 0; k < after.length; k++) {
                packed[first + k >> 3] |= (byte) (after[k] == 0 ? 0 : 1 << (first + k & 7));
            }
        }
        boolean same = Arrays.equals(packed, little);
        return Optional.of(new Cleaned(same ? data : swapped ? swapped(packed) : packed, changed || !same));
    }

    /** @return false where so much goes that the frame was no drawing */
    private boolean withoutWriting(byte[] bitmap, OverlayBits bits) {
        if (empty(bitmap)) {
            return true;
        }
        byte[] grey = new byte[bitmap.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (bitmap[i] == 0 ? 0 : 255);
        }
        ImageFormat format = new ImageFormat(bits.rows(), bits.columns(), 1, 8, 8, 7, false, "MONOCHROME2", false);
        List<PixelBox> found = detector.find(new Raster(bits.rows(), bits.columns(), 1, 1, grey, "MONOCHROME2"), format, null);
        return found.size() <= MOST_LINES && DENSE * area(found) <= bitmap.length && new LineArt(bits.columns(), bits.rows()).clean(bitmap, found);
    }

    private static long area(List<PixelBox> boxes) {
        return boxes.stream().mapToLong(b -> (long) b.width() * b.height()).sum();
    }

    private static boolean empty(byte[] bitmap) {
        for (byte b : bitmap) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] swapped(byte[] words) {
        byte[] out = words.clone();
        for (int i = 0; i + 1 < out.length; i += 2) {
            out[i] = words[i + 1];
            out[i + 1] = words[i];
        }
        return out;
    }
}
