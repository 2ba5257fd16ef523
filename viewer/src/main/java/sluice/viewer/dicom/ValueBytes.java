package sluice.viewer.dicom;

import java.util.Arrays;
import java.util.Objects;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.BulkData;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.data.Value;

/** Values as they stand in {@code Attributes}, as bytes for a file: in its byte order and of even length. */
final class ValueBytes {
    private static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    private static final byte[] EMPTY = {};

    private ValueBytes() {}

    /** @param code the VR that decides padding and words; differs from {@code vr} for SV, UV and OV */
    static byte[] of(Attributes attributes, int tag, VR vr, Object value, int code, boolean bigEndian)
            throws DicomException {
        byte[] bytes;
        if (value instanceof byte[] held) {
            bytes = held;
        } else if (value == null || value == Value.NULL) {
            return EMPTY;
        } else if (value instanceof BulkData) {
            throw new DicomException(DicomException.Reason.NOT_WRITABLE, tag, DicomException.NO_OFFSET,
                    "The value is a reference to another file");
        } else {
            bytes = encoded(attributes, tag, vr, value);
        }
        return inFileForm(bytes, vr, code, attributes.bigEndian() != bigEndian);
    }

    /**
     * Text in the Specific Character Set of the data set. The toolkit replaces what that set does not have, and fails on
     * some code extensions; neither may pass for the value.
     */
    private static byte[] encoded(Attributes attributes, int tag, VR vr, Object value) throws DicomException {
        SpecificCharacterSet charset = attributes.getSpecificCharacterSet(vr);
        try {
            byte[] bytes = vr.toBytes(value, charset);
            Object again = vr.isStringType() ? vr.toStrings(bytes, attributes.bigEndian(), charset) : null;
            boolean same = again == null || isAscii(bytes)
                    || declaresCharacterSet(attributes) && Objects.deepEquals(trimmed(value), trimmed(again));
            if (same) {
                return bytes;
            }
        } catch (RuntimeException e) {
            // falls through to the same end: the text has no form in this character set
        }
        throw new DicomException(DicomException.Reason.NOT_WRITABLE, tag, DicomException.NO_OFFSET,
                "The text cannot be expressed in the Specific Character Set of its data set");
    }

    /** Without one only the default repertoire is allowed; the toolkit would take a Chinese one. */
    private static boolean declaresCharacterSet(Attributes attributes) {
        for (Attributes at = attributes; at != null; at = at.getParent()) {
            if (at.contains(SPECIFIC_CHARACTER_SET)) {
                return !RawElements.ascii(at, SPECIFIC_CHARACTER_SET).isEmpty();
            }
        }
        return false;
    }

    private static Object trimmed(Object value) {
        if (value instanceof String[] texts) {
            return Arrays.stream(texts).map(text -> text == null ? "" : text.strip()).toArray();
        }
        return value instanceof String text ? text.strip() : value;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == '?' || b == 0x1B) {
                return false;
            }
        }
        return true;
    }

    /** Swaps and pads a copy where that is needed, else gives the array itself. */
    static byte[] inFileForm(byte[] bytes, VR vr, int code, boolean swap) {
        int width = swap ? VrCode.wordLength(code) : 1;
        boolean odd = (bytes.length & 1) != 0;
        if (width == 1 && !odd) {
            return bytes;
        }
        byte[] copy = new byte[bytes.length + (odd ? 1 : 0)];
        System.arraycopy(bytes, 0, copy, 0, bytes.length);
        if (odd) {
            copy[bytes.length] = (byte) (vr == VR.SQ ? 0 : vr.paddingByte());
        }
        if (width > 1) {
            Bytes.swap(copy, 0, bytes.length, width);
        }
        return copy;
    }
}
