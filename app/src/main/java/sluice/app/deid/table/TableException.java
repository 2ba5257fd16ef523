package sluice.app.deid.table;

/** A table shipped with the product or given by the site is not usable as it stands; the message says where and why. */
public final class TableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }
}
