package sluice.viewer.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.galaxy.data.VR;

/** Reads the value of one element whose header has just been read. */
final class ElementParser {
    private static final int PIXEL_REPRESENTATION = 0x00280103;
    private static final int MOST_FAILED_TRIALS = 1000;

    private final ParseContext context;
    private final SequenceParser sequences;

    ElementParser(ParseContext context) {
        this.context = context;
        sequences = new SequenceParser(context, this);
    }

    SequenceParser sequences() {
        return sequences;
    }

    /**
     * Adds the element of the context's header to the list.
     *
     * @param end where the data set that holds the element ends; {@code Long.MAX_VALUE} where nobody said
     * @return where the next element starts
     */
    long parse(ElementList list, long position, long end, int depth) throws IOException {
        ElementHeader header = context.header;
        int tag = header.tag;
        int code = header.code;
        long length = header.length;
        Encoding encoding = header.encoding;
        long value = position + header.size;
        context.countElement(tag, position);
        if (length == Tags.UNDEFINED) {
            return undefinedLength(list, position, end, depth);
        }
        if (!context.source.has(value, length)) {
            throw new DicomException(DicomException.Reason.TRUNCATED, tag, position,
                    "The value should have " + length + " bytes and the file ends before");
        }
        if (value + length > end) {
            context.doubt(Deviation.Code.ITEM_LENGTH_WRONG, tag, position);
        }
        if (Tags.isGroupLength(tag)) {
            return value + length;
        }
        if ((length & 1) != 0) {
            context.log.add(Deviation.Code.ODD_LENGTH, tag, position);
        }
        if (header.vr == VR.SQ) {
            return definedSequence(list, position, depth);
        }
        VR vr = header.vr;
        if (encoding.explicit && !Tags.isPrivate(tag) || code == VrCode.UN) {
            DataDictionary.Entry entry = context.dictionary.find(tag);
            long next = hiddenSequence(list, entry, position, depth);
            if (next > 0) {
                return next;
            }
            if (entry != null && !entry.allows(code)) {
                code = settle(entry, tag, code, length, position, encoding, depth);
                vr = VrCode.vr(code);
            }
        }
        byte[] bytes = context.value(tag, code, value, length, encoding);
        if (tag == PIXEL_REPRESENTATION) {
            context.notePixelRepresentation(depth, bytes);
        }
        list.add(tag, vr, bytes);
        return value + length;
    }

    /** Which VR to believe where the file's is not among the dictionary's. */
    private int settle(DataDictionary.Entry entry, int tag, int code, long length, long position, Encoding encoding,
            int depth) {
        if (code != VrCode.UN) {
            context.log.add(Deviation.Code.VR_MISMATCH, tag, position);
            return code;
        }
        int known = context.dictionary.implicitCode(tag, context.signedPixels(depth));
        int width = VrCode.wordLength(known);
        if (entry.isSequence() || length % width != 0 || width > 1 && encoding.bigEndian) {
            return code;
        }
        if (encoding.explicit) {
            context.log.add(Deviation.Code.UN_RESOLVED, tag, position);
        }
        return known;
    }

    private long undefinedLength(ElementList list, long position, long end, int depth) throws IOException {
        ElementHeader header = context.header;
        int tag = header.tag;
        VR vr = header.vr;
        long value = position + header.size;
        if (vr == VR.SQ || header.code == VrCode.UN) {
            Encoding inside = header.encoding;
            if (vr != VR.SQ) {
                // PS3.5 6.2.2: the content of UN with undefined length is Implicit VR Little Endian
                reportHidden(inside, tag, position);
                inside = inside.explicit ? Encoding.IMPLICIT_LITTLE : inside;
            }
            SequenceItems items = new SequenceItems(new ArrayList<>());
            long next = sequences.items(items, tag, value, end, true, inside, depth);
            list.add(tag, VR.SQ, items);
            return next;
        }
        List<byte[]> fragments = new ArrayList<>();
        long next = sequences.fragments(fragments, tag, header.code, value, header.encoding);
        list.add(tag, vr, fragments);
        return next;
    }

    private long definedSequence(ElementList list, long position, int depth) throws IOException {
        ElementHeader header = context.header;
        int tag = header.tag;
        Encoding encoding = header.encoding;
        long value = position + header.size;
        long sequenceEnd = value + header.length;
        if (header.length > 0 && !sequences.startsWithItem(value, encoding)) {
            context.doubt(Deviation.Code.NOT_A_SEQUENCE, tag, position);
            list.add(tag, VR.UN, context.value(tag, VrCode.UN, value, sequenceEnd - value, encoding));
            return sequenceEnd;
        }
        SequenceItems items = new SequenceItems(new ArrayList<>());
        long next = sequences.items(items, tag, value, sequenceEnd, false, encoding, depth);
        list.add(tag, VR.SQ, items);
        return next;
    }

    /**
     * Tries to read the value as a sequence where the VR does not say so but may hide it: the dictionary has SQ, or
     * nobody knows the element. It counts as one only if it fits to the last byte without any doubt.
     *
     * @return where the next element starts, or 0 if it is no sequence
     */
    private long hiddenSequence(ElementList list, DataDictionary.Entry entry, long position, int depth)
            throws IOException {
        ElementHeader header = context.header;
        boolean possible = entry == null ? header.code == VrCode.UN : entry.isSequence();
        long value = position + header.size;
        if (!possible || header.length < 8 || context.failedTrials >= MOST_FAILED_TRIALS) {
            return 0;
        }
        int tag = header.tag;
        long sequenceEnd = value + header.length;
        Encoding inside = header.encoding.explicit ? Encoding.IMPLICIT_LITTLE : header.encoding;
        if (!sequences.startsWithItem(value, inside)) {
            return 0;
        }
        Snapshot before = new Snapshot(header);
        context.trials++;
        try {
            SequenceItems items = new SequenceItems(new ArrayList<>());
            long next = sequences.items(items, tag, value, sequenceEnd, false, inside, depth);
            list.add(tag, VR.SQ, items);
            reportHidden(before.encoding, tag, position);
            return next;
        } catch (DicomException e) {
            context.failedTrials++;
            before.restore();
            return 0;
        } finally {
            context.trials--;
        }
    }

    /** In implicit VR nobody could have said that it is a sequence. */
    private void reportHidden(Encoding encoding, int tag, long position) {
        if (encoding.explicit) {
            context.log.add(Deviation.Code.UN_SEQUENCE, tag, position);
        }
    }

    /** What a failed trial must not change. */
    private final class Snapshot {
        private final int tag;
        private final int code;
        private final VR vr;
        private final long length;
        private final int size;
        private final Encoding encoding;
        private final int deviations = context.log.size();
        private final long held = context.held();

        Snapshot(ElementHeader header) {
            tag = header.tag;
            code = header.code;
            vr = header.vr;
            length = header.length;
            size = header.size;
            encoding = header.encoding;
        }

        void restore() {
            ElementHeader header = context.header;
            header.tag = tag;
            header.code = code;
            header.vr = vr;
            header.length = length;
            header.size = size;
            header.encoding = encoding;
            context.log.backTo(deviations);
            context.releaseTo(held);
        }
    }
}
