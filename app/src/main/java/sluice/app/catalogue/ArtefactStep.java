package sluice.app.catalogue;

/** What made an artefact. */
public enum ArtefactStep {
    ANNOTATED(false),
    DEIDENTIFIED(true),
    DEFACED(true),
    PACKAGED(false);

    private final boolean content;

    ArtefactStep(boolean content) {
        this.content = content;
    }

    /** True when the files are what an approval is about: the pixels and headers that may leave. */
    public boolean isContent() {
        return content;
    }
}
