package sluice.app.settings;

/** The settings file is absent, damaged or says something that has no meaning. */
public final class BrokenSettings extends SettingsException {
    private static final long serialVersionUID = 1;

    BrokenSettings(String what, Throwable cause) {
        super(
                "The settings cannot be read: " + what + ". They were left as they are, and no defaults were put in their"
                        + " place; correct the file or restore a copy.",
                cause);
    }
}
