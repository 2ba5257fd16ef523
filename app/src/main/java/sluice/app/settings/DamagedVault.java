package sluice.app.settings;

/** The vault or the key file is not what was written. */
public final class DamagedVault extends SettingsException {
    private static final long serialVersionUID = 1;

    DamagedVault(String what, Throwable cause) {
        super(
                "The secrets of the workspace cannot be read: " + what + ". They were left as they are; restore a copy of"
                        + " keys/vault.json and of the key file.",
                cause);
    }
}
