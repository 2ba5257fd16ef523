package sluice.app.settings;

/** The folder for the user's key files lies inside the workspace. */
public final class UnsafeKeyFolder extends SettingsException {
    private static final long serialVersionUID = 1;

    UnsafeKeyFolder() {
        super(
                "The folder for key files lies inside the workspace, so a copy of the workspace would open by itself."
                        + " Nothing was written; choose another folder in SLUICE_KEYS, or give a passphrase.",
                null);
    }
}
