package sluice.app.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Where the deflated part of a DICOM file begins (PS3.5 A.5): behind the group 0002, whose length its first element tells. */
final class DeflatedDicom {

    private static final int META = 132;
    private static final String SYNTAX = "1.2.840.10008.1.2.1.99";

    private DeflatedDicom() {
    }

    /**
     * @param head the first bytes of a file, some hundred
     * @return offset of the deflated bytes, or -1 for any other file
     */
    static int start(byte[] head) {
        if (head.length < META + 12 || !new String(head, 128, 4, StandardCharsets.US_ASCII).equals("DICM")) {
            return -1;
        }
        if (!new String(head, StandardCharsets.ISO_8859_1).contains(SYNTAX)) {
            return -1;
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(META + 8);
        return length > 0 ? META + 12 + length : -1;
    }
}
