package sluice.transfer.connector;

/** Which of an item's two names at a destination is meant. */
public enum Place {
    /** The name with {@code .part} at its end, while the item is not complete and not verified. */
    PART,
    /** The final name. What stands there is complete. */
    FINAL;

    /** The suffix of the name while an item is incomplete. */
    public static final String PART_SUFFIX = ".part";

    /** The file name at this place. */
    public String fileName(String remoteName) {
        return this == PART ? remoteName + PART_SUFFIX : remoteName;
    }
}
