package sluice.app.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.KnownFile;
import sluice.app.catalogue.RecordResult;
import sluice.app.catalogue.SourceItem;
import sluice.app.catalogue.SourceKind;
import sluice.app.job.Outcome;
import sluice.app.job.ParallelWork;
import sluice.app.job.Progress;

/**
 * Walks folders and keeps what they hold in the catalogue, a batch in a transaction. A file that is known with the same
 * size and time is not read again. A scan that was stopped or killed is simply repeated.
 */
public final class Scanner {
    private static final int BATCH = 500;
    private final Catalogue catalogue;
    private final String actor;
    private final int workers;
    private final Path workspace;

    /**
     * @param workspace is passed over wherever it lies: the copies in it are no originals
     * @param workers threads that read files, at least 1
     */
    public Scanner(Catalogue catalogue, Path workspace, String actor, int workers) {
        this.catalogue = catalogue;
        this.workspace = workspace;
        this.actor = actor;
        this.workers = workers;
    }

    /**
     * What a scan met.
     *
     * @param damaged files in quarantine that claim to be images
     * @param vanished files that are known below the scanned paths and are no longer there
     */
    public record Tally(long files, long bytes, long dicom, long nifti, long unchanged, long damaged, long vanished) {}

    /**
     * @param odd told each file that goes to quarantine
     * @throws InterruptedException when the thread is interrupted; finished batches are kept
     */
    public Tally scan(List<Path> roots, Progress progress, Consumer<SourceItem.Quarantined> odd) throws InterruptedException {
        progress.phase("scan", Progress.UNKNOWN, Progress.UNKNOWN);
        Counter counter = new Counter(progress, odd);
        NewFiles fresh = new NewFiles(new FileWalk(roots, Optional.of(workspace)), BATCH,
                paths -> catalogue.read(view -> view.sources().known(paths)), counter::unchanged);
        List<SourceItem> batch = new ArrayList<>(BATCH);
        new ParallelWork<FileExaminer, FileWalk.Found, SourceItem>(workers, workers * 16, ParallelWork.Order.SOURCE,
                FileExaminer::new, FileExaminer::examine)
                .<InterruptedException>run(fresh, outcome -> {
                    SourceItem item = itemOf(outcome);
                    counter.add(item);
                    batch.add(item);
                    if (batch.size() == BATCH) {
                        record(batch);
                    }
                });
        record(batch);
        return counter.tally(vanished(roots));
    }

    private static SourceItem itemOf(Outcome<FileWalk.Found, SourceItem> outcome) throws InterruptedException {
        if (outcome instanceof Outcome.Done<FileWalk.Found, SourceItem> done) {
            return done.value();
        }
        Throwable cause = ((Outcome.Failed<FileWalk.Found, SourceItem>) outcome).cause();
        if (cause instanceof IOException || cause instanceof InterruptedException) {
            throw new InterruptedException("cancelled");
        }
        return FileExaminer.failed(outcome.item());
    }

    private void record(List<SourceItem> batch) {
        if (!batch.isEmpty()) {
            List<SourceItem> items = List.copyOf(batch);
            RecordResult ignored = catalogue.commitRepeatable(AuditDraft.of(actor, "scan.batch"),
                    change -> change.sources().record(items));
            batch.clear();
        }
    }

    private long vanished(List<Path> roots) {
        List<Path> absolute = roots.stream().map(p -> p.toAbsolutePath().normalize()).toList();
        long count = 0;
        long after = 0;
        while (true) {
            long from = after;
            List<KnownFile> page = catalogue.read(view -> view.sources().expected(from, 5 * BATCH));
            if (page.isEmpty()) {
                return count;
            }
            List<Long> gone = page.stream().filter(f -> isBelow(f, absolute) && !Files.exists(Path.of(f.stamp().path())))
                    .map(KnownFile::id).toList();
            if (!gone.isEmpty()) {
                catalogue.commitRepeatable(AuditDraft.of(actor, "scan.vanished"), change -> {
                    change.sources().vanished(gone);
                    return null;
                });
                count += gone.size();
            }
            after = page.get(page.size() - 1).id();
        }
    }

    private static boolean isBelow(KnownFile file, List<Path> roots) {
        Path path = Path.of(file.stamp().path());
        return roots.stream().anyMatch(path::startsWith);
    }

    /** Adds up on the thread that runs the scan. */
    private static final class Counter {
        private final Progress progress;
        private final Consumer<SourceItem.Quarantined> odd;
        private long files;
        private long bytes;
        private long dicom;
        private long nifti;
        private long unchanged;
        private long damaged;

        Counter(Progress progress, Consumer<SourceItem.Quarantined> odd) {
            this.progress = progress;
            this.odd = odd;
        }

        void unchanged(FileWalk.Found.File file) {
            files++;
            unchanged++;
            bytes += file.size();
            progress.advance(1, file.size());
        }

        void add(SourceItem item) {
            files++;
            bytes += item.stamp().size();
            if (item instanceof SourceItem.SourceFile source) {
                if (source.facts().kind() == SourceKind.DICOM) {
                    dicom++;
                } else {
                    nifti++;
                }
            } else if (item instanceof SourceItem.Quarantined quarantined) {
                if (quarantined.severity() == sluice.app.catalogue.Severity.STOP) {
                    damaged++;
                }
                odd.accept(quarantined);
            }
            progress.advance(1, item.stamp().size());
        }

        Tally tally(long vanished) {
            return new Tally(files, bytes, dicom, nifti, unchanged, damaged, vanished);
        }
    }
}
