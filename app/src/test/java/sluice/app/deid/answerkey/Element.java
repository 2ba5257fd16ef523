package sluice.app.deid.answerkey;

import java.util.List;

/**
 * One data element as the key writes and reads it.
 *
 * @param vr two letters, or "" where the file does not say
 * @param value the encoded bytes; of encapsulated pixel data all fragments with their item headers and the delimiter; empty for
 *     sequences
 * @param items of a sequence, else null
 * @param encapsulated of undefined length without being a sequence
 */
record Element(int tag, String vr, byte[] value, List<Item> items, boolean encapsulated) {

    static Element of(int tag, String vr, byte[] value) {
        return new Element(tag, vr, value, null, false);
    }

    static Element sequence(int tag, List<Item> items) {
        return new Element(tag, "SQ", new byte[0], items, false);
    }

    static Element fragments(int tag, String vr, byte[] value) {
        return new Element(tag, vr, value, null, true);
    }

    boolean isSequence() {
        return items != null;
    }
}
