package sluice.viewer.nifti;

import java.nio.ByteBuffer;

/**
 * One line of a header layout table.
 *
 * @param name the header file's own name; the three-part quatern, qoffset and intent_p are one field each
 * @param offset first byte within the header
 * @param type how one element is stored
 * @param count elements; for CHAR the length in bytes
 * @param cleared what clearing writes, or null for a field that clearing keeps
 */
record NiftiField(String name, int offset, Type type, int count, Integer cleared) {

    enum Type {
        CHAR(1), I8(1), I16(2), I32(4), I64(8), F32(4), F64(8);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    int length() {
        return type.bytes * count;
    }

    /** Element {@code i} as a number. */
    double number(ByteBuffer header, int i) {
        int at = at(i);
        return switch (type) {
            case CHAR, I8 -> header.get(at);
            case I16 -> header.getShort(at);
            case I32 -> header.getInt(at);
            case I64 -> header.getLong(at);
            case F32 -> header.getFloat(at);
            case F64 -> header.getDouble(at);
        };
    }

    /** Element {@code i} of an integer field, exact in 64 bits. */
    long integer(ByteBuffer header, int i) {
        return type == Type.I64 ? header.getLong(at(i)) : (long) number(header, i);
    }

    /**
     * Stores a number.
     *
     * @throws IllegalArgumentException when an integer field cannot hold it
     */
    void put(ByteBuffer header, int i, double value) {
        if (type != Type.F32 && type != Type.F64) {
            if (value != Math.rint(value)) {
                throw new IllegalArgumentException(name + " holds whole numbers");
            }
            putInteger(header, i, (long) value);
        } else if (type == Type.F32) {
            header.putFloat(at(i), (float) value);
        } else {
            header.putDouble(at(i), value);
        }
    }

    void putInteger(ByteBuffer header, int i, long value) {
        int at = at(i);
        long fits = switch (type) {
            case CHAR, I8 -> (byte) value;
            case I16 -> (short) value;
            case I32 -> (int) value;
            case I64 -> value;
            case F32 -> (long) (float) value;
            case F64 -> (long) (double) value;
        };
        if (fits != value) {
            throw new IllegalArgumentException(name + " cannot hold a number of this size");
        }
        switch (type) {
            case CHAR, I8 -> header.put(at, (byte) value);
            case I16 -> header.putShort(at, (short) value);
            case I32 -> header.putInt(at, (int) value);
            case I64 -> header.putLong(at, value);
            case F32 -> header.putFloat(at, value);
            case F64 -> header.putDouble(at, value);
        }
    }

    byte[] bytes(ByteBuffer header) {
        byte[] out = new byte[length()];
        header.get(offset, out);
        return out;
    }

    /** Writes the value that clearing leaves; zero bytes everywhere except in the first element. */
    void clear(ByteBuffer header) {
        header.put(offset, new byte[length()]);
        if (cleared != 0) {
            putInteger(header, 0, cleared);
        }
    }

    private int at(int i) {
        if (i < 0 || i >= count) {
            throw new IndexOutOfBoundsException(name + " has " + count + " elements");
        }
        return offset + i * type.bytes;
    }
}
