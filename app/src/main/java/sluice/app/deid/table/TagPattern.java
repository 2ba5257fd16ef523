package sluice.app.deid.table;

import java.util.Locale;

/**
 * A tag or a family of tags: {@code 0010,0010}, {@code 60xx,3000}, {@code 50xx,xxxx}, {@code gggg,eeee odd} (all private
 * attributes, PS3.5 section 7.8). Repeating groups are matched for every even group of the family, more than the sixteen
 * that PS3.5 section 7.6 allows, because a stray group must not escape.
 *
 * @param mask bits that count
 * @param bits their values
 */
public record TagPattern(int mask, int bits) {

    private static final int ODD_GROUP = 0x0001_0000;

    /** True for the pattern of all private attributes. */
    public boolean isPrivate() {
        return mask == ODD_GROUP && bits == ODD_GROUP;
    }

    public boolean isSingleTag() {
        return mask == -1;
    }

    /** The tag, where the pattern is a single one. */
    public int tag() {
        if (!isSingleTag()) {
            throw new IllegalStateException("not a single tag: " + this);
        }
        return bits;
    }

    public boolean matches(int tag) {
        return (tag & mask) == bits;
    }

    /**
     * Reads a pattern; {@code x} stands for any digit.
     *
     * @throws TableException if it has another form
     */
    public static TagPattern parse(String text) {
        String s = text.toLowerCase(Locale.ROOT).replace("(", "").replace(")", "").trim();
        if (s.equals("gggg,eeee odd")) {
            return new TagPattern(ODD_GROUP, ODD_GROUP);
        }
        if (s.length() != 9 || s.charAt(4) != ',') {
            throw new TableException("'" + text + "' is not a tag of the form gggg,eeee");
        }
        int mask = 0;
        int bits = 0;
        for (int i = 0; i < 9; i++) {
            if (i == 4) {
                continue;
            }
            char c = s.charAt(i);
            int digit = Character.digit(c, 16);
            if (digit < 0 && c != 'x') {
                throw new TableException("'" + text + "' is not a tag of the form gggg,eeee");
            }
            mask = mask << 4 | (c == 'x' ? 0 : 15);
            bits = bits << 4 | Math.max(digit, 0);
        }
        if (mask != -1) {
            mask |= ODD_GROUP;
        }
        return new TagPattern(mask, bits);
    }

    /** {@code (gggg,eeee)} with upper-case hexadecimal digits. */
    public static String format(int tag) {
        StringBuilder s = new StringBuilder(11).append('(');
        hex(s, tag >>> 16);
        s.append(',');
        hex(s, tag);
        return s.append(')').toString();
    }

    private static void hex(StringBuilder s, int value) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            s.append("0123456789ABCDEF".charAt(value >>> shift & 15));
        }
    }

    @Override
    public String toString() {
        if (isSingleTag()) {
            return format(bits);
        }
        return isPrivate() ? "(gggg,eeee) odd" : "pattern " + format(bits) + " mask " + format(mask);
    }
}
