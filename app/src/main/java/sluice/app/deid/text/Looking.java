package sluice.app.deid.text;

/** How words are taken that are names as well as something else. */
enum Looking {
    /** every part of a name counts: a value that is hit is replaced as a whole */
    EVERYWHERE,
    /** every part of a name counts: only the hits go */
    IN_DESCRIPTORS,
    /** technical words do not count alone, nor do institutions: they often hold the manufacturer's name */
    IN_TECHNICAL,
    /** short words are there by chance */
    IN_BYTES;

    /** True where people write sentences. */
    boolean isText() {
        return this == EVERYWHERE || this == IN_DESCRIPTORS;
    }
}
