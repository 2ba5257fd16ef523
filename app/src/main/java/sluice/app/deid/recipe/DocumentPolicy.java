package sluice.app.deid.recipe;

/** What is done with instances whose content is an Encapsulated Document (0042,0011). */
public enum DocumentPolicy {
    /** they are not passed on */
    REFUSE("refuse"),
    /** they are passed on with an empty document in place of theirs */
    REMOVE("remove");

    private final String key;

    DocumentPolicy(String key) {
        this.key = key;
    }

    /** The name used in recipes. */
    public String key() {
        return key;
    }
}
