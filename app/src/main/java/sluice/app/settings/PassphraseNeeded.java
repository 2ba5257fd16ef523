package sluice.app.settings;

/** The workspace opens with a passphrase and none was given. */
public final class PassphraseNeeded extends SettingsException {
    private static final long serialVersionUID = 1;

    PassphraseNeeded() {
        super("This workspace opens with a passphrase. Nothing was changed; give the passphrase and repeat.", null);
    }
}
