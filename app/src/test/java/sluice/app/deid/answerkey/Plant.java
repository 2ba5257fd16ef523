package sluice.app.deid.answerkey;

import java.util.List;

/**
 * A planted value.
 *
 * @param kind what it is, in the key's own words
 * @param types read in PS3.3
 * @param value the encoded bytes as written, padded
 * @param identifying pieces that may not remain if the value is cleaned, replaced or removed
 * @param harmless piece that remains where the value is cleaned, or ""
 */
record Plant(Place place, Kind kind, Types types, byte[] value, List<String> identifying, String harmless) {

    enum Kind { TECHNICAL, NAME, TEXT, DATE, TIME, DATE_TIME, UID, PATIENT_ID, SAFE_PRIVATE, UNSAFE_PRIVATE, PIXELS, CAPTION, MARKED_PIXELS, PLANE }

    /** Types (1, 2 or 3) of the attribute and of the sequences around it, from the outermost. */
    record Types(int own, List<Integer> sequences) { }
}
