package sluice.viewer.dicom;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Values read without touching what {@code Attributes} hold. {@code Attributes.getString} and its relatives replace the
 * bytes of the file by decoded text, which is then written back trimmed and re-encoded, and are no reads in the sense of
 * the memory model; these leave the bytes as they are and may be called by several threads.
 */
public final class RawElements {
    private RawElements() {}

    /** The bytes held for the element, null where it is absent, empty, decoded already, or not made of bytes. */
    public static byte[] bytes(Attributes attributes, int tag) {
        return attributes.getValue(tag) instanceof byte[] bytes ? bytes : null;
    }

    /** Text of the default repertoire (UID, CS, IS, DS, dates), without padding; empty where there is none. */
    public static String ascii(Attributes attributes, int tag) {
        Object value = attributes.getValue(tag);
        if (value instanceof byte[] bytes) {
            int from = 0;
            int to = bytes.length;
            while (to > from && isPadding(bytes[to - 1])) {
                to--;
            }
            while (from < to && isPadding(bytes[from])) {
                from++;
            }
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        if (value instanceof String[] strings) {
            return String.join("\\", strings);
        }
        return value instanceof String text ? text.strip() : "";
    }

    /** All values of a text element, decoded by the Specific Character Set that applies; none where it is absent. */
    public static String[] strings(Attributes attributes, int tag) {
        VR.Holder holder = new VR.Holder();
        Object value = attributes.getValue(tag, holder);
        if (value instanceof byte[] bytes && holder.vr.isStringType()) {
            value = holder.vr.toStrings(bytes, attributes.bigEndian(), attributes.getSpecificCharacterSet(holder.vr));
        }
        if (value instanceof String[] strings) {
            return strings.clone();
        }
        return value instanceof String text && !text.isEmpty() ? new String[] {text} : new String[0];
    }

    /** The first value as a number, of a binary element or of IS; {@code absent} where there is none or it is no number. */
    public static int integer(Attributes attributes, int tag, int absent) {
        VR.Holder holder = new VR.Holder();
        Object value = attributes.getValue(tag, holder);
        if (value instanceof byte[] bytes && !holder.vr.isStringType()) {
            return switch (holder.vr) {
                case US -> bytes.length < 2 ? absent : Bytes.u16(bytes, 0, attributes.bigEndian());
                case SS -> bytes.length < 2 ? absent : (short) Bytes.u16(bytes, 0, attributes.bigEndian());
                case UL, SL -> bytes.length < 4 ? absent : Bytes.i32(bytes, 0, attributes.bigEndian());
                default -> absent;
            };
        }
        String text = ascii(attributes, tag);
        int end = text.indexOf('\\');
        try {
            return Integer.parseInt(end < 0 ? text : text.substring(0, end).strip());
        } catch (NumberFormatException e) {
            return absent;
        }
    }

    private static boolean isPadding(byte b) {
        return b == ' ' || b == 0;
    }
}
