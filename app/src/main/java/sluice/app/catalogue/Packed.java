package sluice.app.catalogue;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Several values in one sealed column: big-endian, strings as UTF-8 after their length, −1 for null. */
final class Packed {

    private ByteBuffer bytes = ByteBuffer.allocate(256);

    Packed text(String value) {
        byte[] utf8 = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        need(4 + utf8.length).putInt(value == null ? -1 : utf8.length).put(utf8);
        return this;
    }

    Packed number(long value) {
        need(8).putLong(value);
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer need(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * (bytes.position() + more)).put(bytes.array(), 0, bytes.position());
        }
        return bytes;
    }

    /** Reads the values in the order in which they were packed. */
    static final class Reader {
        private final ByteBuffer bytes;

        Reader(byte[] packed) {
            bytes = ByteBuffer.wrap(packed);
        }

        String text() {
            try {
                int length = bytes.getInt();
                if (length < 0) {
                    return null;
                }
                String value = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
                bytes.position(bytes.position() + length);
                return value;
            } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new DamagedCatalogue("a packed value ends early", e);
            }
        }

        long number() {
            try {
                return bytes.getLong();
            } catch (BufferUnderflowException e) {
                throw new DamagedCatalogue("a packed value ends early", e);
            }
        }
    }
}
