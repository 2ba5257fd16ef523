package sluice.app.settings;

/** A file was written by a later version of the program. */
public final class UnknownVersion extends SettingsException {
    private static final long serialVersionUID = 1;

    UnknownVersion(String what, int found, int known) {
        super(
                "The " + what + " has version " + found + ", this program knows " + known + ". It was left as it is; use the"
                        + " newer program.",
                null);
    }
}
