package sluice.app.catalogue;

/** The catalogue was written by a later version of the program. */
public final class NewerSchema extends CatalogueException {
    private static final long serialVersionUID = 1;

    NewerSchema(int found, int known) {
        super(
                "The catalogue has schema " + found + ", this program knows up to " + known + ". The file was left as it is;"
                        + " use the newer program.",
                null);
    }
}
