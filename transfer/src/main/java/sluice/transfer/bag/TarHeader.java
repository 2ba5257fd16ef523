package sluice.transfer.bag;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One 512-byte header block of the ustar interchange format (POSIX.1-2017, pax, "ustar Interchange Format").
 *
 * @param name prefix and name joined, as raw text
 * @param size bytes of content after the block
 * @param type the typeflag character
 */
record TarHeader(String name, long size, char type) {

    static final int BLOCK = 512;
    static final char FILE = '0';
    static final char FOLDER = '5';
    static final char PAX = 'x';
    /** The largest size that eleven octal digits hold: 8 GiB less one byte. */
    static final long MAX_SIZE = 077777777777L;

    /** Not the epoch, since some tools warn of implausibly old files. 1980-01-01T00:00:00Z. */
    private static final long MTIME = 315532800L;
    private static final int NAME_LENGTH = 100;
    private static final int PREFIX_LENGTH = 155;

    /** Where to cut a name into prefix and name, 0 for no prefix, or -1 when it needs a pax record. */
    static int split(String name) {
        if (!name.chars().allMatch(c -> c > 0 && c < 0x80)) {
            return -1;
        }
        if (name.length() <= NAME_LENGTH) {
            return 0;
        }
        for (int slash = name.indexOf('/'); slash >= 0 && slash <= PREFIX_LENGTH; slash = name.indexOf('/', slash + 1)) {
            if (slash > 0 && name.length() - slash - 1 <= NAME_LENGTH) {
                return slash;
            }
        }
        return -1;
    }

    /** The block; the name must pass {@link #split} and the size fit eleven octal digits. */
    byte[] encode() {
        byte[] block = new byte[BLOCK];
        int cut = split(name);
        put(block, 0, cut == 0 ? name : name.substring(cut + 1));
        putOctal(block, 100, 8, 0644);
        putOctal(block, 108, 8, 0);
        putOctal(block, 116, 8, 0);
        putOctal(block, 124, 12, size);
        putOctal(block, 136, 12, MTIME);
        block[156] = (byte) type;
        put(block, 257, "ustar\00000");
        putOctal(block, 329, 8, 0);
        putOctal(block, 337, 8, 0);
        put(block, 345, name.substring(0, cut));
        put(block, 148, String.format("%06o\0 ", sum(block)));
        return block;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private static void putOctal(byte[] block, int at, int length, long value) {
        put(block, at, String.format("%0" + (length - 1) + "o", value));
    }

    /** Sum of all bytes as unsigned, the checksum field counted as blanks. */
    private static int sum(byte[] block) {
        int sum = 8 * ' ';
        for (int i = 0; i < BLOCK; i++) {
            if (i < 148 || i >= 156) {
                sum += block[i] & 0xff;
            }
        }
        return sum;
    }

    /** @throws BagException {@code ARCHIVE_CORRUPT} when the block is no ustar header */
    static TarHeader decode(byte[] block) throws BagException {
        if (octal(block, 148, 8) != sum(block)) {
            throw TarReader.corrupt("a header's checksum is wrong");
        }
        if (!text(block, 257, 6).equals("ustar") || block[263] != '0' || block[264] != '0') {
            throw TarReader.corrupt("a header is not of the POSIX ustar or pax format");
        }
        String prefix = text(block, 345, PREFIX_LENGTH);
        String name = text(block, 0, NAME_LENGTH);
        char type = block[156] == 0 ? FILE : (char) (block[156] & 0xff);
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, octal(block, 124, 12), type);
    }

    private static String text(byte[] block, int at, int length) throws BagException {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return PaxRecords.utf8(Arrays.copyOfRange(block, at, end));
    }

    private static long octal(byte[] block, int at, int length) throws BagException {
        long value = 0;
        int i = at;
        while (i < at + length && block[i] == ' ') {
            i++;
        }
        int digits = 0;
        for (; i < at + length && block[i] >= '0' && block[i] <= '7'; i++, digits++) {
            value = value << 3 | block[i] - '0';
        }
        for (; i < at + length; i++) {
            if (block[i] != 0 && block[i] != ' ') {
                throw TarReader.corrupt("a header holds a number that is not octal");
            }
        }
        if (digits == 0) {
            throw TarReader.corrupt("a header lacks a number");
        }
        return value;
    }
}
