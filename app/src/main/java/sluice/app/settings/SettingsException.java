package sluice.app.settings;

/** Settings or secrets cannot be used as they are. Nothing was changed. Messages hold neither secrets nor paths. */
public abstract class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
