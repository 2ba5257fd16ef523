package sluice.app.deid.table;

import java.util.HashMap;
import java.util.Map;

/** Attributes whose values identify the patient or somebody else, so that the same values can be found elsewhere in a file. */
public final class IdentityAttributes {

    /** How such a value is looked for. */
    public enum Kind {
        /** a person's name with components and groups */
        NAME,
        /** the same, of the patient */
        PATIENT_NAME,
        /** an identifier: looked for as a whole */
        ID,
        /** a date: looked for in the usual ways of writing */
        DATE,
        /** a date of birth: looked for as a date, and never given a new form */
        BIRTH_DATE,
        /** words that belong together, such as an address or an institution */
        PHRASE,
        /** not identifying, but technical vocabulary: single name parts are not looked for in it */
        TECHNICAL;

        public boolean isName() {
            return this == NAME || this == PATIENT_NAME;
        }
    }

    private final Map<Integer, Kind> kinds;

    private IdentityAttributes(Map<Integer, Kind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** The list that the product ships. */
    public static IdentityAttributes load() {
        Map<Integer, Kind> kinds = new HashMap<>();
        for (String[] c : Tsv.resource("identifying.tsv").rows()) {
            if (c.length < 2 || kinds.put(TagPattern.parse(c[0]).tag(), Kind.valueOf(c[1])) != null) {
                throw new TableException("identifying attribute " + c[0] + " is listed twice or has no kind");
            }
        }
        return new IdentityAttributes(kinds);
    }

    public Map<Integer, Kind> kinds() {
        return kinds;
    }
}
