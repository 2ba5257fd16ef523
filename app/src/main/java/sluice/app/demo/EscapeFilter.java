package sluice.app.demo;

import java.io.ByteArrayOutputStream;

/** Drops the escape sequences of ISO/IEC 2022 (ESC, bytes 20 to 2F, one byte 30 to 7E) from a run of bytes fed one by one. */
final class EscapeFilter {

    private boolean inside;

    /** Whether the byte is text; false for the bytes of an escape sequence. */
    boolean passes(int b) {
        if (inside) {
            inside = b >= 0x20 && b < 0x30;
            return false;
        }
        inside = b == 0x1b;
        return !inside;
    }

    static byte[] without(byte[] bytes) {
        EscapeFilter filter = new EscapeFilter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : bytes) {
            if (filter.passes(b & 0xff)) {
                out.write(b);
            }
        }
        return out.toByteArray();
    }
}
