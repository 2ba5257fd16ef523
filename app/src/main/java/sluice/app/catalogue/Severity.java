package sluice.app.catalogue;

/** How much a finding weighs, lightest first. */
public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Worth a look. */
    WARNING,
    /** Nothing goes on until a person has accepted it. */
    HOLD,
    /** Nothing goes on until it is resolved. */
    STOP
}
