package sluice.app.settings;

/** The passphrase does not open the vault. */
public final class WrongPassphrase extends SettingsException {
    private static final long serialVersionUID = 1;

    WrongPassphrase(Throwable cause) {
        super(
                "The passphrase does not open this workspace. Nothing was changed; try again. If it is surely right, the file"
                        + " keys/vault.json was altered: restore a copy.",
                cause);
    }
}
