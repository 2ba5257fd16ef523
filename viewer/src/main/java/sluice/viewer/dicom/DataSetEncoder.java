package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Writes elements in one encoding. Sequences and items that hold something have undefined length, empty ones length 0:
 * one pass, no limit of 4 GB, and readers handle it everywhere.
 */
final class DataSetEncoder {
    private static final int LENGTH_TO_END = 0x00080001;
    private static final int LONGEST_SHORT_FORM = 65534;
    private static final int OW = 'O' << 8 | 'W';

    private final ByteSink sink;
    private final Encoding encoding;
    private final DataDictionary dictionary;

    DataSetEncoder(ByteSink sink, Encoding encoding, DataDictionary dictionary) {
        this.sink = sink;
        this.encoding = encoding;
        this.dictionary = dictionary;
    }

    /** Writes a data set of the top level. Groups 0000 and 0002, group lengths and Length to End stay out. */
    void topLevel(Attributes dataset, PixelSource pixels) throws IOException {
        boolean pending = pixels != null;
        for (int tag : inOrder(dataset)) {
            if (pending && Integer.compareUnsigned(tag, pixels.tag()) >= 0) {
                pixelData(pixels);
                pending = false;
            }
            int group = tag >>> 16;
            boolean replaced = pixels != null && (tag == pixels.tag() || isOffsets(tag) && !pixels.offsetsStand());
            if (group != 0 && group != 2 && tag != LENGTH_TO_END && !replaced) {
                element(dataset, tag);
            }
        }
        if (pending) {
            pixelData(pixels);
        }
    }

    /** Extended Offset Table, its lengths, and Encapsulated Pixel Data Value Total Length. */
    private static boolean isOffsets(int tag) {
        return tag == 0x7FE00001 || tag == 0x7FE00002 || tag == 0x7FE00003;
    }

    void elements(Attributes attributes) throws IOException {
        for (int tag : inOrder(attributes)) {
            element(attributes, tag);
        }
    }

    /** Attributes sorts tags as signed numbers. */
    private static int[] inOrder(Attributes attributes) {
        int[] tags = attributes.tags();
        int high = 0;
        while (high < tags.length && tags[high] < 0) {
            high++;
        }
        if (high == 0) {
            return tags;
        }
        int[] ordered = Arrays.copyOfRange(tags, high, tags.length + high);
        System.arraycopy(tags, 0, ordered, tags.length - high, high);
        return ordered;
    }

    private void element(Attributes attributes, int tag) throws IOException {
        if (Tags.isGroupLength(tag) || Tags.isStructural(tag)) {
            return;
        }
        VR.Holder holder = new VR.Holder();
        Object value = attributes.getValue(tag, holder);
        VR vr = holder.vr;
        if (value instanceof Sequence sequence) {
            sequence(tag, sequence);
        } else if (value instanceof Fragments fragments) {
            fragments(tag, vr, fragments);
        } else {
            int code = code(tag, vr);
            byte[] bytes = ValueBytes.of(attributes, tag, vr, value, code, encoding.bigEndian);
            header(tag, code, bytes.length);
            sink.bytes(bytes);
        }
    }

    /** The VR to write: SV, UV and OV are held as UN, and known by the dictionary. */
    private int code(int tag, VR vr) {
        if (vr == VR.UN && !Tags.isPrivate(tag)) {
            DataDictionary.Entry entry = dictionary.find(tag);
            if (entry != null && VrCode.isWide(entry.code())) {
                return entry.code();
            }
        }
        return vr.code();
    }

    private void header(int tag, int code, long length) throws IOException {
        sink.tag(tag, encoding.bigEndian);
        if (!encoding.explicit) {
            sink.u32(length, encoding.bigEndian);
            return;
        }
        int written = code;
        if (!VrCode.hasLongForm(code) && length > LONGEST_SHORT_FORM) {
            // PS3.5 6.2.2: what the 16-bit length cannot say is written as UN
            written = VrCode.UN;
        }
        sink.u8(written >> 8);
        sink.u8(written);
        if (VrCode.hasLongForm(written)) {
            sink.u16(0, encoding.bigEndian);
            sink.u32(length, encoding.bigEndian);
        } else {
            sink.u16((int) length, encoding.bigEndian);
        }
    }

    private void sequence(int tag, Sequence sequence) throws IOException {
        header(tag, VR.SQ.code(), sequence.isEmpty() ? 0 : Tags.UNDEFINED);
        for (Attributes item : sequence) {
            boolean empty = item.isEmpty();
            item(Tags.ITEM, empty ? 0 : Tags.UNDEFINED);
            if (!empty) {
                elements(item);
                item(Tags.ITEM_DELIMITER, 0);
            }
        }
        if (!sequence.isEmpty()) {
            item(Tags.SEQUENCE_DELIMITER, 0);
        }
    }

    private void fragments(int tag, VR vr, Fragments fragments) throws IOException {
        header(tag, vr.code(), Tags.UNDEFINED);
        boolean swap = fragments.bigEndian() != encoding.bigEndian;
        for (Object fragment : fragments) {
            byte[] bytes = fragment instanceof byte[] held
                    ? ValueBytes.inFileForm(held, vr, vr.code(), swap)
                    : new byte[0];
            item(Tags.ITEM, bytes.length);
            sink.bytes(bytes);
        }
        item(Tags.SEQUENCE_DELIMITER, 0);
    }

    private void item(int tag, long length) throws IOException {
        sink.tag(tag, encoding.bigEndian);
        sink.u32(length, encoding.bigEndian);
    }

    private void pixelData(PixelSource pixels) throws IOException {
        if (pixels.truncated()) {
            throw pixels.cutOff();
        }
        int code = pixels.vr() == VR.UN ? OW : pixels.vr().code();
        long length = pixels.length();
        if (pixels.encapsulated()) {
            header(pixels.tag(), code, Tags.UNDEFINED);
            pixels.copyTo(sink.handOver(length));
            item(Tags.SEQUENCE_DELIMITER, 0);
            return;
        }
        if (length + (length & 1) >= Tags.UNDEFINED) {
            throw new DicomException(DicomException.Reason.NOT_WRITABLE, pixels.tag(), DicomException.NO_OFFSET,
                    "Native pixel data of " + length + " bytes does not fit a 32-bit length");
        }
        long padded = length + (length & 1);
        header(pixels.tag(), code, padded);
        WritableByteChannel target = sink.handOver(padded);
        int width = VrCode.wordLength(code);
        if (pixels.bigEndian() != encoding.bigEndian && width > 1) {
            try (SwappingChannel swapping = new SwappingChannel(target, width)) {
                pixels.copyTo(swapping);
                pad(swapping, padded - length);
            }
        } else {
            pixels.copyTo(target);
            pad(target, padded - length);
        }
    }

    /** The padding is part of the last word. */
    private static void pad(WritableByteChannel target, long count) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate((int) count);
        while (zeros.hasRemaining()) {
            target.write(zeros);
        }
    }
}
