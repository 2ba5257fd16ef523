package sluice.app.deid.answerkey;

/** What may be demanded of a planted value. The first ten are those of MIDI-B. */
enum Action {
    TAG_RETAINED, TEXT_NOT_NULL, TEXT_REMOVED, TEXT_RETAINED, DATE_SHIFTED, UID_CHANGED, UID_CONSISTENT, PATIENT_ID_CONSISTENT,
    PIXELS_HIDDEN, PIXELS_RETAINED,
    /** the first day of the same month, of a moment the month alone */
    DATE_TO_MONTH,
    /** a name is gone from a bit plane, and a drawing is still there */
    MARKS_HIDDEN,
    /** bits that hold no stored value are 0, all others as before */
    BITS_CLEARED,
    /** the attribute is gone */
    TAG_REMOVED,
    /** an attribute of a private creator is there, with its value, its creator beside it */
    PRIVATE_KEPT,
    /** and is not */
    PRIVATE_REMOVED,
    /** the file was not passed on */
    HELD
}
