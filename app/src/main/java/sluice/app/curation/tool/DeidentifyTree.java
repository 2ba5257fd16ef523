package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import sluice.app.curation.CurationException;
import sluice.app.curation.IoTrouble;
import sluice.app.curation.PatientSurvey;
import sluice.app.curation.Problem;
import sluice.app.curation.RecipeBook;
import sluice.app.curation.Tesseract;
import sluice.app.deid.Deidentification;
import sluice.app.deid.Outcome;
import sluice.app.deid.OutputFolder;
import sluice.app.deid.OutputOptions;
import sluice.app.deid.Refused;
import sluice.app.deid.Written;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.pseudonym.ProjectSecrets;
import sluice.app.deid.text.SharedKnowledge;
import sluice.app.intake.FileWalk;
import sluice.app.job.ParallelWork;
import sluice.app.job.Progress;
import sluice.app.qc.KAnonymity;
import sluice.viewer.nifti.NiftiSniffer;

/** De-identifies a folder tree or one file, without a workspace. */
public final class DeidentifyTree {
    private final ToolSecret secrets;
    private final RecipeBook recipes;
    private final int workers;

    /** @param ownSecret where this user's secret is kept when a run names none */
    public DeidentifyTree(Path ownSecret, SecureRandom random, int workers) {
        this.secrets = new ToolSecret(ownSecret, random);
        this.recipes = new RecipeBook();
        this.workers = workers;
    }

    /**
     * @param map folder for the mapping files, which identify patients
     * @param days what is wanted of relative days
     */
    public record Request(Path in, Path out, String recipe, Optional<Path> secretFile, Optional<Path> report, Optional<Path> map,
            Days days) {}

    /**
     * @param table where the days of the studies go, by new identifiers
     * @param baseline patients and the days from which theirs count; without it, their first study in the run
     */
    public record Days(Optional<Path> table, Optional<Path> baseline) {
        public static final Days NONE = new Days(Optional.empty(), Optional.empty());
    }

    /**
     * @param refused images that were not passed on; each is among the problems
     * @param notImages files that are no images by themselves: DICOMDIRs, voxels of a pair, anything else; no problem
     * @param anonymity how far the patients can be told apart by what is retained about them
     */
    public record Result(long written, long refused, long notImages, List<Problem> problems, KAnonymity.Figures anonymity) {}

    /**
     * @throws CurationException.Unknown when the input, the recipe or the secret is not there
     * @throws CurationException.Refused when the output lies within the input or the other way round, or exists as a file
     */
    public Result run(Request request, Progress progress) throws CurationException, IOException, InterruptedException {
        Path in = existing(request.in());
        Path out = request.out().toAbsolutePath().normalize();
        Folders.keepApart(in, out);
        for (Optional<Path> more : List.of(request.report(), request.map(), request.days().table())) {
            if (more.isPresent() && Folders.real(more.get()).startsWith(Folders.real(in))) {
                throw new CurationException.Refused("the report, the mapping or the table would be written among the originals; "
                        + "name a place outside of the input");
            }
        }
        try (ProjectSecret secret = secrets.of(request.secretFile())) {
            Deidentification deidentification = Deidentification.of(recipes.get(request.recipe()), ProjectSecrets.of(secret),
                    Tesseract.ifInstalled());
            try (SingleFile single = SingleFile.of(in, out)) {
                Result result = run(in, single == null ? out : single.folder(), deidentification, request, progress);
                if (single != null && result.written() == 1) {
                    single.publish();
                }
                return result;
            }
        }
    }

    private Result run(Path in, Path out, Deidentification deidentification, Request request, Progress progress)
            throws CurationException, IOException, InterruptedException {
        Optional<Path> baseline = request.days().baseline();
        RelativeDays days = request.days().table().isEmpty() ? null
                : new RelativeDays(baseline.isEmpty() ? Optional.empty() : Optional.of(Baseline.read(baseline.get())));
        Folders.writable(out);
        Mappings mappings = request.map().isPresent() ? new Mappings() : null;
        OutputFolder folder = new OutputFolder(out, OutputOptions.DEFAULT);
        try (TreeReport report = request.report().isPresent() ? new TreeReport(request.report().get(), deidentification) : null) {
            Tally tally = new Tally(in, report, mappings, days, progress);
            progress.phase("look", Progress.UNKNOWN, Progress.UNKNOWN);
            SharedKnowledge knowledge = new PatientSurvey(workers).of(deidentification, files(new FileWalk(List.of(in))));
            progress.phase("de-identify", Progress.UNKNOWN, Progress.UNKNOWN);
            new ParallelWork<TreeWorker, FileWalk.Found, TreeWorker.Treated>(workers, workers * 32, ParallelWork.Order.SOURCE,
                    () -> new TreeWorker(deidentification.files(folder, listener(mappings, days), knowledge), out),
                    (worker, found) -> found instanceof FileWalk.Found.File && !comesWithItsHeader(in, found.path())
                            ? worker.deidentify(found.path(), tally.logicalName(found.path())) : null)
                    .<IOException>run(new FileWalk(List.of(in)), tally::add);
            if (mappings != null) {
                mappings.write(request.map().get());
            }
            if (days != null) {
                days.write(request.days().table().get());
            }
            Result result = tally.result();
            if (report != null) {
                report.finish(result);
            }
            return result;
        }
    }

    private static MappingListener listener(Mappings mappings, RelativeDays days) {
        MappingListener first = mappings == null ? MappingListener.NONE : mappings.listener();
        return days == null ? first : MappingListener.both(first, days.listener());
    }

    private static Iterator<Path> files(FileWalk walk) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED), false)
                .filter(FileWalk.Found.File.class::isInstance).map(FileWalk.Found::path).iterator();
    }

    /** The voxels of a NIfTI or Analyze pair are written when the walk comes to the header. */
    private static boolean comesWithItsHeader(Path in, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !file.equals(in) && (name.endsWith(".img") || name.endsWith(".img.gz"))
                && new NiftiSniffer().sniff(file) == NiftiSniffer.Kind.PAIR_IMAGE;
    }

    private static Path existing(Path in) throws CurationException {
        if (!Files.exists(in)) {
            throw new CurationException.Unknown("there is nothing at " + in);
        }
        return in.toAbsolutePath().normalize();
    }

    /** Adds up on the thread that runs. */
    private static final class Tally {
        private final Path in;
        private final TreeReport report;
        private final Mappings mappings;
        private final RelativeDays days;
        private final Progress progress;
        private final List<Problem> problems = new ArrayList<>();
        private final KAnonymity anonymity = new KAnonymity();
        private long written;
        private long refused;
        private long notImages;

        Tally(Path in, TreeReport report, Mappings mappings, RelativeDays days, Progress progress) {
            this.in = in;
            this.report = report;
            this.mappings = mappings;
            this.days = days;
            this.progress = progress;
        }

        String logicalName(Path file) {
            return (file.equals(in) ? in.getFileName() : in.relativize(file)).toString().replace('\\', '/');
        }

        void add(sluice.app.job.Outcome<FileWalk.Found, TreeWorker.Treated> outcome) throws IOException, InterruptedException {
            FileWalk.Found found = outcome.item();
            String name = logicalName(found.path());
            if (outcome instanceof sluice.app.job.Outcome.Failed<FileWalk.Found, TreeWorker.Treated> failed) {
                failed(outcome.index(), name, failed.cause());
            } else {
                TreeWorker.Treated treated = ((sluice.app.job.Outcome.Done<FileWalk.Found, TreeWorker.Treated>) outcome).value();
                Outcome done = treated == null ? null : treated.outcome();
                if (done instanceof Written w) {
                    written(outcome.index(), name, w);
                    if (!w.patient().isEmpty()) {
                        anonymity.add(w.patient(), treated.retained());
                    }
                } else if (done instanceof Refused r) {
                    refused(outcome.index(), name, r);
                } else {
                    unread(outcome.index(), name, found);
                }
            }
            progress.advance(1, found instanceof FileWalk.Found.File file ? file.size() : 0);
        }

        private void unread(long index, String name, FileWalk.Found found) throws IOException {
            if (found instanceof FileWalk.Found.File) {
                notImages++; // the voxels of a pair
            } else if (found instanceof FileWalk.Found.Unnameable) {
                problem(index, name, FileWalk.Found.Unnameable.CODE, FileWalk.Found.Unnameable.TEXT);
            } else {
                problem(index, name, "unreadable", "the file or folder cannot be read");
            }
        }

        private void written(long index, String name, Written w) throws IOException {
            written++;
            if (report != null) {
                report.written(index, w);
            }
            if (mappings != null) {
                mappings.file(name, w.path().toString().replace('\\', '/'));
            }
            if (days != null && w.uids() != null) {
                days.written(w.patient(), w.uids().study());
            }
        }

        private void refused(long index, String name, Refused r) throws IOException {
            if (r.reason() == Refused.Reason.NOT_AN_IMAGE_FILE || r.reason() == Refused.Reason.DICOMDIR) {
                notImages++;
            } else {
                refused++;
                problems.add(new Problem(name, r.reason().name(), r.detail()));
            }
            if (report != null) {
                report.refused(index, r);
            }
        }

        private void failed(long index, String name, Throwable cause) throws IOException, InterruptedException {
            if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedException) {
                throw new InterruptedException("cancelled");
            }
            IoTrouble trouble = IoTrouble.of(cause);
            problem(index, name, trouble.name(), trouble.text());
            if (trouble == IoTrouble.DISK_FULL) {
                throw (IOException) cause; // every other file would fail too
            }
        }

        private void problem(long index, String name, String code, String reason) throws IOException {
            refused++;
            problems.add(new Problem(name, code, reason));
            if (report != null) {
                report.failed(index, code);
            }
        }

        Result result() {
            return new Result(written, refused, notImages, problems, anonymity.figures());
        }
    }
}
