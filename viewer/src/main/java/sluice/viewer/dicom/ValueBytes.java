package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.BulkData;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.data.Value;

/** Values as they stand in {@code Attributes}, as bytes for a file: in its byte order and of even length. */
final class ValueBytes {
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
            bytes = vr.toBytes(value, attributes.getSpecificCharacterSet(vr));
        }
        return inFileForm(bytes, vr, code, attributes.bigEndian() != bigEndian);
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
