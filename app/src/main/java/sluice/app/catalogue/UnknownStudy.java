package sluice.app.catalogue;

/** A handle that names no study of this workspace, or an artefact or delivery that does not exist. */
public final class UnknownStudy extends CatalogueException {
    private static final long serialVersionUID = 1;

    UnknownStudy(String what) {
        super("This workspace knows no " + what + ". Nothing was changed; the work list shows the handles that exist.", null);
    }
}
