package sluice.viewer.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the parsers of one data set share: the bytes, the limits and what was used of them, the report. */
final class ParseContext {
    private static final int ELEMENTS_PER_ITEM = 8;

    final ByteSource source;
    final DataDictionary dictionary;
    final ReadLimits limits;
    final DeviationLog log;
    final ElementHeader header;
    /** Byte order of the {@code Attributes} to be made. */
    final boolean bigEndian;

    /** While positive, any doubt about the structure is an error: a trial whether a value holds a sequence. */
    int trials;
    int failedTrials;

    private final List<ElementList> lists = new ArrayList<>();
    private final boolean[] signedPixels;
    private int items;
    private long elements;
    private long held;

    ParseContext(ByteSource source, DataDictionary dictionary, ReadLimits limits, DeviationLog log, boolean bigEndian) {
        this.source = source;
        this.dictionary = dictionary;
        this.limits = limits;
        this.log = log;
        this.bigEndian = bigEndian;
        header = new ElementHeader(source, dictionary, log);
        signedPixels = new boolean[limits.maxDepth() + 2];
    }

    /** The empty list for a data set at this depth; the next call for the same depth empties it. */
    ElementList listAt(int depth) {
        while (lists.size() <= depth) {
            lists.add(new ElementList());
        }
        ElementList list = lists.get(depth);
        list.clear();
        signedPixels[depth] = depth > 0 && signedPixels[depth - 1];
        return list;
    }

    boolean signedPixels(int depth) {
        return signedPixels[depth];
    }

    void notePixelRepresentation(int depth, byte[] value) {
        if (value.length == 2) {
            signedPixels[depth] = (value[0] | value[1]) == 1;
        }
    }

    /** Reports a doubt about the structure. */
    void doubt(Deviation.Code code, int tag, long offset) throws DicomException {
        if (trials > 0) {
            throw new DicomException(DicomException.Reason.CORRUPT, tag, offset, "The structure is not consistent");
        }
        log.add(code, tag, offset);
    }

    /** Many more elements than items could hold in a real file. */
    void countElement(int tag, long offset) throws DicomException {
        if (++elements > ELEMENTS_PER_ITEM * (limits.maxItems() + 1000L)) {
            throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, tag, offset,
                    "There are too many elements for the limit of " + limits.maxItems() + " sequence items");
        }
    }

    void countItem(int depth, long offset) throws DicomException {
        if (++items > limits.maxItems()) {
            throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, Tags.ITEM, offset,
                    "There are more than " + limits.maxItems() + " sequence items");
        }
        if (depth > limits.maxDepth()) {
            throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, Tags.ITEM, offset,
                    "Sequences are nested more than " + limits.maxDepth() + " deep");
        }
    }

    /** The bytes of a value, which exist, in the byte order of the {@code Attributes}. */
    byte[] value(int tag, int code, long position, long length, Encoding encoding) throws IOException {
        if (length > limits.maxElementLength() || held + length > limits.maxHeldBytes()
                || length > Integer.MAX_VALUE - 16) {
            throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, tag, position,
                    "The value of " + length + " bytes is more than may be held in memory");
        }
        held += length;
        byte[] bytes = source.bytes(position, (int) length);
        if (encoding.bigEndian != bigEndian) {
            int width = VrCode.wordLength(code);
            if (width > 1) {
                Bytes.swap(bytes, 0, bytes.length, width);
            }
        }
        return bytes;
    }

    long held() {
        return held;
    }

    void releaseTo(long heldBefore) {
        held = heldBefore;
    }

}
