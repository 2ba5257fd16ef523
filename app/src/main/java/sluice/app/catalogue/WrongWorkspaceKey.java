package sluice.app.catalogue;

/** The data key does not belong to this catalogue. */
public final class WrongWorkspaceKey extends CatalogueException {
    private static final long serialVersionUID = 1;

    WrongWorkspaceKey() {
        super(
                "The key does not open this catalogue. Nothing was changed; the key store of another workspace or an older"
                        + " copy is in place.",
                null);
    }
}
