package sluice.app.catalogue;

/** Whether a study may leave as it is now. */
public sealed interface Approval {

    /** Nobody has decided. */
    record Absent() implements Approval {}

    /** The last decision approves exactly the content that would leave now. */
    record Valid(Decision decision) implements Approval {}

    /** It was approved, but what would leave now is something else: approve again. */
    record Void(Decision decision) implements Approval {}

    /** The last decision is against it. */
    record Refused(Decision decision) implements Approval {}
}
