package sluice.app.settings;

/** The vault, or the user's key file that opens it, is not there. */
public final class KeyMissing extends SettingsException {
    private static final long serialVersionUID = 1;

    /** What is missing. */
    public enum Part {
        VAULT("Its file keys/vault.json is not there"),
        KEY_FILE("The key file of this workspace is not among this user's keys");

        private final String text;

        Part(String text) {
            this.text = text;
        }
    }

    private final Part part;

    KeyMissing(Part part) {
        super(
                "The workspace cannot be opened. " + part.text + ". Nothing was changed; without it the identifying part of"
                        + " the catalogue cannot be read: restore it from a copy, or work as the user who made the workspace.",
                null);
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
