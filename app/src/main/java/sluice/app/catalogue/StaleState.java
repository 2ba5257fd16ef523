package sluice.app.catalogue;

/** A compare-and-set lost: the study is no longer in the state from which it should move. */
public final class StaleState extends CatalogueException {
    private static final long serialVersionUID = 1;

    private final StudyId study;
    private final StudyState actual;

    StaleState(StudyId study, StudyState actual) {
        super(
                "Study " + study.handle() + " is meanwhile " + actual + ". Nothing was changed; look at the study again"
                        + " and repeat the step if it still applies.",
                null);
        this.study = study;
        this.actual = actual;
    }

    public StudyId study() {
        return study;
    }

    /** The state that was found. */
    public StudyState actual() {
        return actual;
    }
}
