package sluice.app.deid.report;

/** What happened to one attribute. Attributes that stay as they were are not reported. */
public enum Done {
    REMOVED, EMPTIED, DUMMY, NEW_UID, PSEUDONYM, CLEANED, SHIFTED, ADDED, KEPT_BY_RECIPE;

    private final String key = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

    /** Name in the JSON form. */
    public String key() {
        return key;
    }
}
