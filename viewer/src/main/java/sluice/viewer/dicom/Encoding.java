package sluice.viewer.dicom;

/** The two properties of a Transfer Syntax that decide how an element is read. */
enum Encoding {
    IMPLICIT_LITTLE(false, false),
    IMPLICIT_BIG(false, true),
    EXPLICIT_LITTLE(true, false),
    EXPLICIT_BIG(true, true);

    final boolean explicit;
    final boolean bigEndian;

    Encoding(boolean explicit, boolean bigEndian) {
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    static Encoding of(boolean explicit, boolean bigEndian) {
        if (explicit) {
            return bigEndian ? EXPLICIT_BIG : EXPLICIT_LITTLE;
        }
        return bigEndian ? IMPLICIT_BIG : IMPLICIT_LITTLE;
    }

    Encoding switched() {
        return of(!explicit, bigEndian);
    }
}
