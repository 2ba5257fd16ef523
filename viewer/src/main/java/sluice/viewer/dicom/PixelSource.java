package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.BitSet;
import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Pixel data that stays where it is until somebody asks: Pixel Data (7FE0,0010), Float Pixel Data (7FE0,0008) or Double
 * Float Pixel Data (7FE0,0009). Immutable and usable by several threads; each call opens the file anew, so the file must
 * stay as it was when it was read.
 */
public abstract sealed class PixelSource permits NativePixels, EncapsulatedPixels, MadeNative,
        MadeEncapsulated {
    private final int tag;
    private final VR vr;
    private final FrameLayout layout;
    private final boolean bigEndian;

    PixelSource(int tag, VR vr, FrameLayout layout, boolean bigEndian) {
        this.tag = tag;
        this.vr = vr;
        this.layout = layout;
        this.bigEndian = bigEndian;
    }

    /**
     * Native pixel data made by this program.
     *
     * @param value the value of the element, little endian; not copied, so it must not be changed afterwards
     * @param image the data set that describes it: Rows, Columns, Bits Allocated and so on
     */
    public static PixelSource ofNative(byte[] value, VR vr, Attributes image) {
        return new NativePixels(0x7FE00010, vr, new PixelStore.InMemory(value), FrameLayout.of(image), 0, value.length,
                false);
    }

    /**
     * Encapsulated pixel data made by this program, one fragment for each frame, with a Basic Offset Table.
     *
     * @param frames compressed frames; odd ones are padded with one zero byte
     * @param image the data set that describes them
     */
    public static PixelSource ofFrames(List<byte[]> frames, Attributes image) throws IOException {
        byte[] value = FragmentTable.encode(frames);
        return new EncapsulatedPixels(0x7FE00010, VR.OB, new PixelStore.InMemory(value), FrameLayout.of(image), 0,
                ExtendedOffsets.NONE, false);
    }

    /**
     * Pixel data of which some frames are made anew when it is written, and all others are copied as they are. Of
     * encapsulated pixel data the fragments of unchanged frames stay and changed ones get one fragment each; the Basic Offset
     * Table is made anew, and empty where an offset does not fit. Native pixel data becomes little endian and ends with its
     * last frame. No more than one frame is held in memory, so frames of any number can be rewritten.
     *
     * @param changed the frames to ask {@code frames} for
     * @param frames native frames as {@link #littleEndianFrame} gives them, or compressed ones
     * @throws DicomException where the frames of {@code base} are not all there, or cannot be told apart
     */
    public static PixelSource rewritten(PixelSource base, BitSet changed, FrameMaker frames) throws IOException {
        if (base.truncated()) {
            throw base.cutOff();
        }
        return base.encapsulated()
                ? new MadeEncapsulated(base.layout(), base, changed, frames)
                : new MadeNative(base.tag(), base.vr(), base.layout(), base, changed, frames);
    }

    /**
     * Native pixel data all frames of which are made when it is written: OB of up to 8 bits, else OW.
     *
     * @param frames little endian; 1-bit pixels packed from the lowest bit on
     * @throws DicomException where the layout makes no sense
     */
    public static PixelSource madeNative(FrameMaker frames, FrameLayout layout) throws IOException {
        return new MadeNative(0x7FE00010, layout.bitsAllocated() > 8 ? VR.OW : VR.OB, layout, null, null, frames);
    }

    /** Encapsulated pixel data all frames of which are made when it is written, one fragment each. */
    public static PixelSource madeEncapsulated(FrameMaker frames, FrameLayout layout) throws IOException {
        return new MadeEncapsulated(layout, null, null, frames);
    }

    /** (7FE0,0010), (7FE0,0008) or (7FE0,0009), as group << 16 | element. */
    public final int tag() {
        return tag;
    }

    /** As in the file; of implicit VR: OW. */
    public final VR vr() {
        return vr;
    }

    /** Whether words of native pixel data have their most significant byte first. */
    public final boolean bigEndian() {
        return bigEndian;
    }

    /** Number of Frames as the data set says, 1 where it says nothing. */
    public final int frames() {
        return layout.frames();
    }

    /** What the data set says about the frames. */
    public final FrameLayout layout() {
        return layout;
    }

    /** Whether the offsets that the data set may hold (7FE0,0001) are those of this pixel data. */
    boolean offsetsStand() {
        return true;
    }

    /** Whether it is a sequence of fragments (PS3.5 A.4). */
    public abstract boolean encapsulated();

    /**
     * Where the value starts: bytes from the start of the file, of the inflated data set, or of the array. Of encapsulated
     * pixel data it is the item tag of the Basic Offset Table.
     */
    public abstract long offset();

    /**
     * Bytes of the value. Of encapsulated pixel data: from the Basic Offset Table's item tag to the end of the last
     * fragment, without the sequence delimiter.
     */
    public abstract long length() throws IOException;

    /** Whether the file ends before the pixel data does; then frames that are there can be had, but no copy. */
    public abstract boolean truncated() throws IOException;

    /** The fragments without the Basic Offset Table; none of native pixel data. */
    public abstract List<Fragment> fragments() throws IOException;

    /** The Basic Offset Table: bytes from the first fragment's item tag, one for each frame; empty where it is. */
    public abstract long[] basicOffsetTable() throws IOException;

    /**
     * The bytes of one frame. Native: as they stand in the file, in its byte order; 1-bit pixels are shifted so that the
     * frame begins at the lowest bit of the first byte. Encapsulated: its fragments joined.
     *
     * @param index from 0
     * @throws DicomException where there is no such frame, it is not complete, or cannot be told from its neighbours
     */
    public abstract byte[] frame(int index) throws IOException;

    /**
     * As {@link #frame}, with words of native pixel data least significant byte first. A frame may begin in the middle of a
     * word.
     */
    public byte[] littleEndianFrame(int index) throws IOException {
        return frame(index);
    }

    /**
     * Writes the value, {@link #length()} bytes, verbatim.
     *
     * @throws DicomException where the file ends before the pixel data does; then nothing is written
     */
    public abstract void copyTo(WritableByteChannel target) throws IOException;

    /**
     * What stands behind the last frame and no viewer shows, without the byte that pads an odd length: at most 64 KiB of it.
     * Empty of encapsulated pixel data, and where the attributes do not say how long a frame is.
     */
    public abstract byte[] behindLastFrame() throws IOException;

    final void checkIndex(int index) throws DicomException {
        if (index < 0 || index >= frames()) {
            throw new DicomException(DicomException.Reason.NO_SUCH_FRAME, tag, offset(),
                    "Frame " + index + " was asked for and there are " + frames());
        }
    }

    final DicomException cutOff() {
        return new DicomException(DicomException.Reason.TRUNCATED, tag, offset(),
                "The file ends within the pixel data");
    }

    /**
     * A fragment's bytes.
     *
     * @param offset of its first byte (after the item tag and length), as {@link PixelSource#offset()}
     * @param length bytes
     */
    public record Fragment(long offset, long length) {}
}
