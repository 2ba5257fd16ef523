package sluice.app.catalogue;

/** Another process, or another part of this one, is writing in the workspace. */
public final class WorkspaceBusy extends CatalogueException {
    private static final long serialVersionUID = 1;

    private final long pid;

    WorkspaceBusy(long pid) {
        super(
                "The workspace is in use" + (pid > 0 ? " by process " + pid : "") + ". Nothing was changed; wait until it is"
                        + " done, or stop it: its work is kept and taken up again.",
                null);
        this.pid = pid;
    }

    /** The holder, or 0 when not known. */
    public long pid() {
        return pid;
    }
}
