package sluice.app.curation;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import sluice.app.catalogue.ArtefactFile;
import sluice.app.catalogue.NewFinding;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.SourceInstance;
import sluice.app.deid.Deidentification;
import sluice.app.deid.FileDeidentifier;
import sluice.app.deid.Outcome;
import sluice.app.deid.OutputFolder;
import sluice.app.deid.OutputOptions;
import sluice.app.deid.Refused;
import sluice.app.deid.Written;
import sluice.app.deid.report.ReportSummary;
import sluice.app.deid.text.SharedKnowledge;
import sluice.app.intake.ContentDigest;
import sluice.app.job.ParallelWork;
import sluice.app.job.Progress;
import sluice.transfer.bag.DurableFiles;

/** De-identifies the files of one study into a folder, durably, and measures what it wrote. */
final class StudyCopier {
    private final int workers;

    StudyCopier(int workers) {
        this.workers = workers;
    }

    /** One original that was not passed on. */
    record RefusedFile(String code, String text) {}

    /**
     * What was written.
     *
     * @param subject the patient's pseudonym; empty for NIfTI, and where files of one study name several patients
     * @param pairs old and new identifiers
     */
    record Copied(List<ArtefactFile> files, List<RefusedFile> refused, Optional<String> subject, ReportSummary summary,
            HeardPairs pairs) {

        /** Refused files hold the study until a person has agreed that it leaves without them. */
        List<NewFinding> findings() {
            Map<String, String> texts = new TreeMap<>();
            Map<String, Integer> counts = new TreeMap<>();
            refused.forEach(r -> {
                texts.put(r.code(), r.text());
                counts.merge(r.code(), 1, Integer::sum);
            });
            return counts.entrySet().stream().map(e -> NewFinding.of("left-out-" + e.getKey().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Severity.HOLD, e.getValue() + " of the originals not passed on: " + texts.get(e.getKey()))).toList();
        }
    }

    /** Not one file of the study could be passed on. */
    static final class NothingLeft extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        NothingLeft(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private record Worker(FileDeidentifier files, ContentDigest digest) {}

    private record Made(Outcome outcome, List<ArtefactFile> files) {}

    /**
     * @param knowledge what the run knows of its patients
     * @throws NothingLeft when every file was refused
     * @throws IOException when the disk is full or the folder cannot be written; the plan stays open and is swept later
     */
    Copied copy(List<SourceInstance> sources, Path target, Deidentification deidentification, SharedKnowledge knowledge,
            Progress progress)
            throws IOException, InterruptedException, NothingLeft {
        OutputFolder folder = new OutputFolder(target, new OutputOptions(true, OutputOptions.IfDifferent.KEEP_BOTH));
        List<ArtefactFile> files = new ArrayList<>();
        List<RefusedFile> refused = new ArrayList<>();
        TreeSet<String> subjects = new TreeSet<>();
        ReportSummary summary = new ReportSummary();
        HeardPairs pairs = new HeardPairs();
        new ParallelWork<Worker, SourceInstance, Made>(workers, workers * 8, ParallelWork.Order.SOURCE,
                () -> new Worker(deidentification.files(folder, pairs.listener(), knowledge), new ContentDigest()),
                (worker, source) -> one(worker, source, target)).<IOException>run(sources.iterator(), outcome -> {
                    if (outcome instanceof sluice.app.job.Outcome.Failed<SourceInstance, Made> failed) {
                        refused.add(failure(Path.of(outcome.item().stamp().path()), failed.cause()));
                    } else {
                        Made made = ((sluice.app.job.Outcome.Done<SourceInstance, Made>) outcome).value();
                        files.addAll(made.files());
                        if (made.outcome() instanceof Written w) {
                            summary.add(w.report());
                            if (!w.patient().isEmpty()) {
                                subjects.add(w.patient());
                            }
                        } else if (made.outcome() instanceof Refused r) {
                            refused.add(new RefusedFile(r.reason().name(), r.reason().text()));
                        }
                    }
                    progress.advance(1, outcome.item().stamp().size());
                });
        if (files.isEmpty()) {
            RefusedFile first = refused.isEmpty() ? new RefusedFile("no-files", "the study has no files") : refused.get(0);
            throw new NothingLeft(first.code(), "none of its files was passed on: " + first.text());
        }
        syncFolders(files, target);
        return new Copied(files, refused, subjects.size() == 1 ? Optional.of(subjects.first()) : Optional.empty(), summary,
                pairs);
    }

    /** The files are durable when they are made; their names are when the folders that hold them are. */
    private static void syncFolders(List<ArtefactFile> files, Path target) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (ArtefactFile file : files) {
            for (Path folder = target.resolve(file.name()).getParent(); folder.startsWith(target.getParent()); folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        for (Path folder : folders) {
            DurableFiles.syncFolder(folder);
        }
    }

    private static Made one(Worker worker, SourceInstance source, Path target) throws IOException {
        Path original = Path.of(source.stamp().path());
        requireAsScanned(original, source);
        Outcome outcome = worker.files().deidentify(original, original.toString());
        // what was written of a file that changed meanwhile stays out of the artefact, as it is in no list
        requireAsScanned(original, source);
        List<ArtefactFile> files = new ArrayList<>();
        if (outcome instanceof Written written) {
            files.add(measured(worker, target, written.path(), OptionalLong.of(source.id())));
            Optional<Path> voxels = voxelsOfPair(target, written.path());
            if (voxels.isPresent()) {
                files.add(measured(worker, target, voxels.get(), OptionalLong.of(source.id())));
            }
        }
        return new Made(outcome, files);
    }

    private static void requireAsScanned(Path original, SourceInstance source) throws IOException {
        BasicFileAttributes now = Files.readAttributes(original, BasicFileAttributes.class);
        if (now.size() != source.stamp().size()
                || now.lastModifiedTime().to(TimeUnit.NANOSECONDS) != source.stamp().modifiedNanos()) {
            throw new SourceChangedException();
        }
    }

    private static ArtefactFile measured(Worker worker, Path target, Path file, OptionalLong source) throws IOException {
        Path absolute = target.resolve(file);
        return new ArtefactFile(file.toString().replace('\\', '/'), Files.size(absolute), worker.digest().of(absolute), source);
    }

    /** The .img file beside a .hdr file. */
    private static Optional<Path> voxelsOfPair(Path target, Path written) {
        String name = written.getFileName().toString();
        if (!name.contains(".hdr")) {
            return Optional.empty();
        }
        Path voxels = written.resolveSibling(name.replace(".hdr", ".img"));
        return Files.exists(target.resolve(voxels)) ? Optional.of(voxels) : Optional.empty();
    }

    private static RefusedFile failure(Path original, Throwable cause) throws IOException, InterruptedException {
        if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedException) {
            throw new InterruptedException("cancelled");
        }
        if (cause instanceof SourceChangedException) {
            return new RefusedFile("SOURCE_CHANGED", "it is not what it was when it was scanned; scan again");
        }
        IoTrouble trouble = IoTrouble.of(cause);
        if ((trouble == IoTrouble.VANISHED || trouble == IoTrouble.NO_PERMISSION) && isBeside(original, cause)) {
            return new RefusedFile(trouble.name(), trouble.text());
        }
        if (cause instanceof IOException e) {
            throw e;
        }
        return new RefusedFile("UNEXPECTED", "de-identifying it broke down");
    }

    /** Whether a failure is about the original or its pair, and not about the output, which would fail for every file. */
    private static boolean isBeside(Path original, Throwable cause) {
        return cause instanceof FileSystemException f && f.getFile() != null
                && original.getParent().equals(Path.of(f.getFile()).getParent());
    }

    private static final class SourceChangedException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
