package sluice.app.curation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.StateCount;
import sluice.app.catalogue.StudyPage;
import sluice.app.catalogue.StudyQuery;
import sluice.app.catalogue.StudyRow;
import sluice.app.catalogue.StudyState;
import sluice.app.intake.Scanner;
import sluice.app.job.Progress;

/** Brings what is in folders into the work list. */
public final class ScanSources {
    private static final int PAGE = 500;
    private final Catalogue catalogue;
    private final Scanner scanner;
    private final WorkspaceFolder folder;
    private final String actor;

    public ScanSources(Catalogue catalogue, Scanner scanner, WorkspaceFolder folder, String actor) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.scanner = scanner;
        this.actor = actor;
    }

    /**
     * Indexes files and folders; may be repeated and stopped at any time.
     *
     * @throws CurationException.Unknown when one of the paths is not there; nothing was scanned then
     * @throws CurationException.Refused when one of them lies in the workspace, whose copies are no originals
     */
    public ScanSummary scan(List<Path> paths, Progress progress) throws CurationException, IOException, InterruptedException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CurationException.Unknown("there is nothing at " + path);
            }
            if (path.toRealPath().startsWith(folder.root().toRealPath())) {
                throw new CurationException.Refused("the workspace holds copies, no originals; nothing was scanned");
            }
        }
        List<ScanSummary.Quarantined> quarantined = new ArrayList<>();
        Scanner.Tally tally = scanner.scan(paths, progress,
                odd -> quarantined.add(new ScanSummary.Quarantined(odd.stamp().path(), odd.code(),
                        odd.severity() == Severity.STOP, odd.detail())));
        catalogueFound();
        long studies = catalogue.read(view -> view.studies().countsByState().stream().mapToLong(StateCount::studies).sum());
        return new ScanSummary(tally.files(), tally.bytes(), tally.dicom(), tally.nifti(), tally.unchanged(), tally.damaged(),
                studies, quarantined);
    }

    /** A study is in the work list once the scan that found it has come to its end. */
    private void catalogueFound() {
        while (true) {
            StudyPage page = catalogue.read(view -> view.studies()
                    .page(StudyQuery.all(PAGE).by(StudyQuery.Sort.HANDLE).inStates(Set.of(StudyState.FOUND))));
            if (page.rows().isEmpty()) {
                return;
            }
            catalogue.commit(AuditDraft.of(actor, "study.catalogue"), change -> {
                for (StudyRow row : page.rows()) {
                    change.studies().move(row.id(), Set.of(StudyState.FOUND), StudyState.CATALOGUED);
                }
                return null;
            });
        }
    }
}
