package sluice.app.deid.dicom;

/** What the sequence around an item demands of the text in it, the stricter the later; an inner sequence cannot loosen it. */
enum Inside {
    /** nothing beyond the rules */
    RULES,
    /** text is cleaned */
    CLEAN,
    /** text is replaced */
    DUMMY;

    Inside and(Inside other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
