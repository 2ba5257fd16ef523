package sluice.app.deid.pseudonym;

/** Five bits as one of 32 letters and digits that nobody confuses: no I, L, O and U. */
final class Letters {

    private static final String ALL = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

    private Letters() { }

    /** The letter for the bits 5 × index to 5 × index + 4. */
    static char at(byte[] hash, int index) {
        int bit = index * 5;
        int word = (hash[bit >>> 3] & 0xff) << 8 | hash[(bit >>> 3) + 1] & 0xff;
        return ALL.charAt(word >>> 11 - (bit & 7) & 31);
    }
}
