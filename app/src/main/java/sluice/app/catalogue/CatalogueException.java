package sluice.app.catalogue;

/**
 * The catalogue could not do what was asked, and did nothing: the transaction was rolled back. Messages hold no value from a
 * data set and no path.
 */
public abstract class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
