package sluice.app.deid.text;

/** How words are taken that are names as well as something else. */
enum Looking {
    /** every part of a name counts: a value that is hit is replaced as a whole */
    EVERYWHERE,
    /** words of descriptors (HEAD, BRAIN) count where something beside them makes them a name: only the hits go */
    IN_DESCRIPTORS,
    /** technical words do not count alone, nor do institutions: they often hold the manufacturer's name */
    IN_TECHNICAL
}
