package sluice.app.deid.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.table.StandardVr;

/**
 * Items of a sequence that was written as UN: they are encoded in Implicit VR Little Endian whatever the transfer syntax
 * (PS3.5 section 6.2.2). All or nothing: what does not parse to its last byte is not a sequence.
 */
final class ImplicitItems {

    private static final int ITEM = 0xFFFE_E000;
    private static final int ITEM_END = 0xFFFE_E00D;
    private static final int SEQUENCE_END = 0xFFFE_E0DD;
    private static final int DEEPEST = 16;

    private final byte[] bytes;
    private final Rules rules;
    private int at;

    private ImplicitItems(byte[] bytes, Rules rules) {
        this.bytes = bytes;
        this.rules = rules;
    }

    /**
     * The sequence, in a little-endian data set of its own with the owner's character set, or null if the bytes are none.
     */
    static Sequence parse(byte[] bytes, int tag, Attributes owner, Rules rules) {
        ImplicitItems parser = new ImplicitItems(bytes, rules);
        Attributes holder = new Attributes(false, 2);
        String[] characterSet = owner.getSpecificCharacterSet().toCodes();
        if (characterSet != null && characterSet.length > 0) {
            holder.setSpecificCharacterSet(characterSet);
        }
        return parser.items(holder.newSequence(tag, 1), bytes.length, 0) ? holder.getSequence(tag) : null;
    }

    private boolean items(Sequence sequence, int end, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        while (at < end) {
            if (end - at < 8) {
                return false;
            }
            int tag = tag();
            int length = int32();
            if (tag == SEQUENCE_END) {
                return length == 0 && at == end;
            }
            if (tag != ITEM || length != -1 && (length < 0 || length > end - at)) {
                return false;
            }
            Attributes item = new Attributes(false);
            sequence.add(item);
            if (!elements(item, length == -1 ? end : at + length, length == -1, depth)) {
                return false;
            }
        }
        return at == end;
    }

    private boolean elements(Attributes item, int end, boolean delimited, int depth) {
        while (at < end) {
            if (end - at < 8) {
                return false;
            }
            int tag = tag();
            int length = int32();
            if (tag == ITEM_END) {
                return delimited && length == 0;
            }
            StandardVr vr = Rules.vr(rules.facts(tag));
            if (vr == StandardVr.SQ || length == -1) {
                if (length != -1 && (length < 0 || length > end - at)) {
                    return false;
                }
                int sequenceEnd = length == -1 ? end : at + length;
                if (!nested(item.newSequence(tag, 1), sequenceEnd, length == -1, depth)) {
                    return false;
                }
            } else {
                if (length < 0 || length > end - at) {
                    return false;
                }
                byte[] value = new byte[length];
                System.arraycopy(bytes, at, value, 0, length);
                at += length;
                item.setBytes(tag, Values.toolkit(vr), value);
            }
        }
        return !delimited && at == end;
    }

    private boolean nested(Sequence sequence, int end, boolean delimited, int depth) {
        if (!delimited) {
            return items(sequence, end, depth + 1);
        }
        while (end - at >= 8) {
            int tag = tag();
            int length = int32();
            if (tag == SEQUENCE_END) {
                return length == 0;
            }
            if (tag != ITEM || depth >= DEEPEST || length != -1 && (length < 0 || length > end - at)) {
                return false;
            }
            Attributes item = new Attributes(false);
            sequence.add(item);
            if (!elements(item, length == -1 ? end : at + length, length == -1, depth + 1)) {
                return false;
            }
        }
        return false;
    }

    private int tag() {
        int tag = (bytes[at + 1] & 0xff) << 24 | (bytes[at] & 0xff) << 16 | (bytes[at + 3] & 0xff) << 8 | bytes[at + 2] & 0xff;
        at += 4;
        return tag;
    }

    private int int32() {
        int v = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | (bytes[at + 3] & 0xff) << 24;
        at += 4;
        return v;
    }
}
