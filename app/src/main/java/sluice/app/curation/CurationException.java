package sluice.app.curation;

import sluice.app.catalogue.CatalogueException;
import sluice.app.settings.SettingsException;

/**
 * An expected way for a use case not to be carried out: what happened, what it means for the data, what can be done.
 * The message never holds a value from a patient's data set.
 */
public abstract sealed class CurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private CurationException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a failure of the parts that use cases stand on means here; others stay what they are. */
    public static Exception explain(Exception e) {
        if (e instanceof CatalogueException) {
            return new Refused(e.getMessage(), e);
        }
        return e instanceof SettingsException ? new NoAccess(e.getMessage(), e) : e;
    }

    /** What was asked for does not exist or makes no sense: an unknown study, recipe or destination. */
    public static final class Unknown extends CurationException {
        private static final long serialVersionUID = 1L;

        public Unknown(String message) {
            super(message, null);
        }
    }

    /** A gate or a policy holds the work back; everything is kept as it was. */
    public static final class Refused extends CurationException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message, null);
        }

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Another process is working in the workspace; nothing was done, and it can be tried again. */
    public static final class Busy extends CurationException {
        private static final long serialVersionUID = 1L;

        public Busy(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A secret is missing or wrong, or a destination does not let us in or cannot be reached. */
    public static final class NoAccess extends CurationException {
        private static final long serialVersionUID = 1L;

        public NoAccess(String message) {
            super(message, null);
        }

        public NoAccess(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
