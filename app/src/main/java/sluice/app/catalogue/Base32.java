package sluice.app.catalogue;

/** Crockford's base 32 without check symbol, lower case, most significant bits first. */
final class Base32 {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private Base32() {}

    /** The first {@code length} characters; needs 5 bits each. */
    static String encode(byte[] bytes, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int value = 0;
            for (int bit = i * 5; bit < i * 5 + 5; bit++) {
                value = value << 1 | bytes[bit >> 3] >> (7 - (bit & 7)) & 1;
            }
            out.append(ALPHABET.charAt(value));
        }
        return out.toString();
    }
}
