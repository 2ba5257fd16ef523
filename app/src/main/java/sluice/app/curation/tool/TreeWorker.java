package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import sluice.app.deid.FileDeidentifier;
import sluice.app.deid.Outcome;
import sluice.app.deid.Refused;
import sluice.app.deid.Written;
import sluice.app.qc.IdentityCheck;

/** De-identifies single files and takes back what does not stand the check of what was written. One for each thread. */
final class TreeWorker {
    private final FileDeidentifier deidentifier;
    private final Path out;
    private final IdentityCheck check = new IdentityCheck();

    TreeWorker(FileDeidentifier deidentifier, Path out) {
        this.deidentifier = deidentifier;
        this.out = out;
    }

    /**
     * What came of one file.
     *
     * @param retained what the new file says about its patient that others may know as well, by keyword
     */
    record Treated(Outcome outcome, Map<String, String> retained) {
        @Override
        public String toString() {
            return "Treated[" + outcome.getClass().getSimpleName() + "]";
        }
    }

    Treated deidentify(Path source, String logicalName) throws IOException {
        Outcome outcome = deidentifier.deidentify(source, logicalName);
        // a NIfTI file has no attributes that identify: its text is gone as a whole
        if (outcome instanceof Written written && written.uids() != null) {
            IdentityCheck.Look look = check.look(source, out.resolve(written.path()));
            if (look.found().identifies()) {
                Files.delete(out.resolve(written.path()));
                Refused.Reason reason = Refused.Reason.STILL_IDENTIFIES;
                outcome = new Refused(reason, Refused.NO_TAG, reason.text() + "; seen first in " + look.found().where());
            }
            return new Treated(outcome, look.retained());
        }
        return new Treated(outcome, Map.of());
    }
}
