package sluice.viewer.dicom;

import java.io.IOException;
import java.util.List;

/**
 * Reads items (PS3.5 7.5). Where lengths and content contradict each other the content wins, as long as it is readable:
 * an item ends where an item, a delimiter or its length ends it, whichever makes sense first.
 */
final class SequenceParser {
    private final ParseContext context;
    private final ElementParser elements;

    SequenceParser(ParseContext context, ElementParser elements) {
        this.context = context;
        this.elements = elements;
    }

    /** Whether an item tag stands here, in this or the other byte order. */
    boolean startsWithItem(long position, Encoding encoding) throws IOException {
        if (!context.source.has(position, 8)) {
            return false;
        }
        int i = context.source.at(position, 8, Tags.ITEM);
        byte[] b = context.source.window;
        return isItemOrDelimiter(Bytes.tag(b, i, encoding.bigEndian))
                || isItemOrDelimiter(Bytes.tag(b, i, !encoding.bigEndian));
    }

    private static boolean isItemOrDelimiter(int tag) {
        return tag == Tags.ITEM || tag == Tags.SEQUENCE_DELIMITER || tag == Tags.ITEM_DELIMITER;
    }

    /** Whether a length that is a few bytes wrong ends within a delimiter, which then counts all the same. */
    private boolean cutsDelimiter(long position, long end, Encoding encoding) throws IOException {
        if (position >= end || !context.source.has(position, 8)) {
            return false;
        }
        int i = context.source.at(position, 8, Tags.ITEM);
        int tag = Bytes.tag(context.source.window, i, encoding.bigEndian);
        return tag == Tags.ITEM_DELIMITER || tag == Tags.SEQUENCE_DELIMITER;
    }

    /**
     * Reads items up to the end of their sequence.
     *
     * @param end where the sequence ends, or with an undefined length what holds the sequence
     * @param depth of the data set that holds the sequence, 0 for the top level
     * @return where the next element starts
     */
    long items(SequenceItems items, int sequence, long start, long end, boolean undefined, Encoding expected, int depth)
            throws IOException {
        Encoding encoding = expected;
        long position = start;
        while (true) {
            if (end - position < 8) {
                if (cutsDelimiter(position, end, encoding)) {
                    context.log.add(Deviation.Code.SEQUENCE_LENGTH_WRONG, sequence, position);
                } else if (undefined) {
                    context.doubt(Deviation.Code.MISSING_DELIMITER, sequence, position);
                    return Math.max(position, end);
                } else if (position < end || position - end >= 8) {
                    context.doubt(Deviation.Code.SEQUENCE_LENGTH_WRONG, sequence, position);
                    return position > end || isBoundary(position, encoding) ? position : end;
                } else {
                    return position;
                }
            }
            int i = context.source.at(position, 8, sequence);
            byte[] b = context.source.window;
            int tag = Bytes.tag(b, i, encoding.bigEndian);
            if (!Tags.isStructural(tag) && Tags.isStructural(Bytes.tag(b, i, !encoding.bigEndian))) {
                encoding = Encoding.of(encoding.explicit, !encoding.bigEndian);
                tag = Bytes.tag(b, i, encoding.bigEndian);
            }
            if (tag == Tags.ITEM) {
                long length = Bytes.u32(b, i + 4, encoding.bigEndian);
                position = item(items, position, length, end, encoding, depth + 1);
            } else if (tag == Tags.SEQUENCE_DELIMITER && undefined) {
                return position + 8;
            } else if (tag == Tags.SEQUENCE_DELIMITER || tag == Tags.ITEM_DELIMITER) {
                context.doubt(Deviation.Code.STRAY_DELIMITER, sequence, position);
                position += 8;
            } else if (Integer.compareUnsigned(tag, sequence) > 0 && !Tags.isStructural(tag)) {
                context.doubt(undefined ? Deviation.Code.MISSING_DELIMITER : Deviation.Code.SEQUENCE_LENGTH_WRONG,
                        sequence, position);
                return position;
            } else {
                throw new DicomException(DicomException.Reason.CORRUPT, sequence, position,
                        "The sequence holds something that is no item");
            }
        }
    }

    /** Reads one item whose tag stands at {@code position}, and adds it. */
    long item(SequenceItems items, long position, long length, long end, Encoding encoding, int depth)
            throws IOException {
        context.countItem(depth, position);
        boolean undefined = length == Tags.UNDEFINED;
        long itemEnd = undefined ? end : position + 8 + length;
        if (itemEnd > end) {
            context.doubt(Deviation.Code.ITEM_LENGTH_WRONG, Tags.ITEM, position);
            itemEnd = isBoundary(itemEnd, encoding) ? itemEnd : end;
        }
        ElementList list = context.listAt(depth);
        long next = dataSet(list, position + 8, itemEnd, undefined, encoding, depth);
        items.list().add(list.toAttributes(context.bigEndian, context.log, position));
        return next;
    }

    /** Of two lengths that contradict each other, the one is right where something known begins. */
    private boolean isBoundary(long position, Encoding encoding) throws IOException {
        if (!context.source.has(position, 8)) {
            return context.source.has(position, 0) && !context.source.has(position, 1);
        }
        int i = context.source.at(position, 8, Tags.ITEM);
        int tag = Bytes.tag(context.source.window, i, encoding.bigEndian);
        return Tags.isStructural(tag) || context.dictionary.find(tag) != null;
    }

    private long dataSet(ElementList list, long start, long end, boolean undefined, Encoding encoding, int depth)
            throws IOException {
        ElementHeader header = context.header;
        long position = start;
        while (true) {
            if (end - position < 8) {
                if (cutsDelimiter(position, end, encoding)) {
                    context.log.add(Deviation.Code.ITEM_LENGTH_WRONG, Tags.ITEM, position);
                } else {
                    if (undefined || position < end) {
                        context.doubt(undefined ? Deviation.Code.MISSING_DELIMITER : Deviation.Code.ITEM_LENGTH_WRONG,
                                Tags.ITEM, position);
                    }
                    if (position >= end || !isBoundary(position, encoding)) {
                        return Math.max(position, end);
                    }
                }
            }
            header.read(position, encoding, context.signedPixels(depth));
            int tag = header.tag;
            if (Tags.isStructural(tag)) {
                if (tag == Tags.ITEM_DELIMITER) {
                    if (undefined) {
                        return position + 8;
                    }
                    context.doubt(Deviation.Code.STRAY_DELIMITER, tag, position);
                    position += 8;
                    continue;
                }
                context.doubt(undefined ? Deviation.Code.MISSING_DELIMITER : Deviation.Code.ITEM_LENGTH_WRONG,
                        Tags.ITEM, position);
                return position;
            }
            position = elements.parse(list, position, end, depth);
            if (!list.lastAscends() && list.lastTag() == tag) {
                context.log.add(Deviation.Code.OUT_OF_ORDER, tag, position);
            }
        }
    }

    /** Reads the fragments of an encapsulated value that is not the pixel data of the top level (PS3.5 A.4). */
    long fragments(List<byte[]> fragments, int holder, int code, long start, Encoding encoding) throws IOException {
        long position = start;
        while (true) {
            int i = context.source.at(position, 8, holder);
            int tag = Bytes.tag(context.source.window, i, encoding.bigEndian);
            long length = Bytes.u32(context.source.window, i + 4, encoding.bigEndian);
            if (tag == Tags.SEQUENCE_DELIMITER) {
                return position + 8;
            }
            if (tag != Tags.ITEM || length == Tags.UNDEFINED) {
                throw new DicomException(DicomException.Reason.CORRUPT, holder, position,
                        "The encapsulated value holds something that is no fragment");
            }
            context.countItem(0, position);
            if (!context.source.has(position + 8, length)) {
                throw new DicomException(DicomException.Reason.TRUNCATED, holder, position,
                        "The file ends within a fragment of " + length + " bytes");
            }
            fragments.add(context.value(holder, code, position + 8, length, encoding));
            position += 8 + length;
        }
    }
}
