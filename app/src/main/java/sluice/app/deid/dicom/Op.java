package sluice.app.deid.dicom;

/** What is done with an attribute, after all conditions are resolved. */
enum Op {
    KEEP,
    REMOVE,
    EMPTY,
    DUMMY,
    NEW_UID,
    /** action C: a new value of similar meaning; of a sequence, its items with the rules inside and cleaned text */
    CLEAN,
    /** the value that the recipe gives */
    REPLACE,
    /** sequence: keep the items, apply the rules inside and replace free text there */
    DUMMY_ITEMS,
    /** code sequence: one item with a code that says nothing */
    DUMMY_CODE,
    /** Patient ID */
    PATIENT_ID,
    /** Patient's Name */
    PATIENT_NAME
}
