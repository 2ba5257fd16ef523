package sluice.app.catalogue;

/** The file is no catalogue, or its content does not hold together. */
public final class DamagedCatalogue extends CatalogueException {
    private static final long serialVersionUID = 1;

    DamagedCatalogue(String what, Throwable cause) {
        super(
                "The catalogue is damaged: " + what + ". It was left as it is; originals and artefacts are not touched."
                        + " Restore a backup, or scan into a new workspace.",
                cause);
    }
}
