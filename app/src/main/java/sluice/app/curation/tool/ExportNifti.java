package sluice.app.curation.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.app.curation.CurationException;
import sluice.app.curation.Problem;
import sluice.app.intake.FileWalk;
import sluice.app.job.Progress;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.Elements;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiWriter;
import sluice.viewer.volume.Aside;
import sluice.viewer.volume.Finding;
import sluice.viewer.volume.FrameGroups;
import sluice.viewer.volume.FrameStack;
import sluice.viewer.volume.FramedVolume;
import sluice.viewer.volume.NiftiForm;
import sluice.viewer.volume.SeriesReader;
import sluice.viewer.volume.SeriesReader.Series;
import sluice.viewer.volume.TimeAxis;
import sluice.viewer.volume.Volume;

/**
 * Writes the volumes of DICOM series as NIfTI, each with a JSON sidecar. Names are made of numbers, echo and component, never of
 * texts of the data set. A pair appears under its names when it is complete, the sidecar first; what exists is never replaced.
 */
public final class ExportNifti {
    private static final int REPETITION_GROUP = 0x00189112;
    private static final int REPETITION_TIME = 0x00180080;

    private final DicomReader reader = new DicomReader();
    private final Sidecar sidecar = new Sidecar();
    private final Codecs codecs;

    public ExportNifti(Codecs codecs) {
        this.codecs = codecs;
    }

    /**
     * A pair that was written.
     *
     * @param image name of the NIfTI file
     * @param sidecar name of the JSON file
     * @param shape voxels along each axis
     * @param spacing mm along the first three
     * @param slope from stored to true values
     * @param absentSlices slices that are missing or damaged and were filled with 0
     */
    public record Pair(String image, String sidecar, List<Integer> shape, List<Double> spacing, String datatype, double slope,
            double intercept, int absentSlices, List<Note> findings) {}

    /** Something to be known, see {@link Finding}. */
    public record Note(String kind, int count, String message) {
        static List<Note> of(List<Finding> findings) {
            return findings.stream().map(f -> new Note(f.kind().name(), f.count(), f.message())).toList();
        }
    }

    /** How many files went into no volume for a reason that is no loss: localizers, copies, no images. */
    public record Left(String kind, int files) {}

    /**
     * What was done.
     *
     * @param problems images that belong into a volume and are in none, and volumes with slices that could not be decoded
     */
    public record Result(List<Pair> volumes, List<Left> setAside, List<Note> findings, List<Problem> problems) {}

    /**
     * @param in a folder, with its subfolders, or a file
     * @param out a folder apart from it; made where it is missing
     * @throws CurationException.Refused where a name is taken; then nothing was written
     * @throws InterruptedException where the thread is interrupted; finished pairs stay
     */
    public Result run(Path in, Path out, Progress progress) throws CurationException, IOException, InterruptedException {
        if (!Files.exists(in)) {
            throw new CurationException.Unknown("there is nothing at the given path");
        }
        Folders.keepApart(in, out);
        List<Problem> problems = new ArrayList<>();
        List<Path> files = files(in, problems);
        try {
            progress.phase("read", files.size(), Progress.UNKNOWN);
            Series series = new SeriesReader(reader, codecs).read(files, n -> progress.advance(1, 0));
            return write(series, out, problems, progress);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("cancelled");
        }
    }

    private static List<Path> files(Path in, List<Problem> problems) {
        List<Path> files = new ArrayList<>();
        for (FileWalk walk = new FileWalk(List.of(in)); walk.hasNext();) {
            FileWalk.Found found = walk.next();
            if (found instanceof FileWalk.Found.File) {
                files.add(found.path());
            } else {
                problems.add(new Problem(found.path().toString(), "UNREADABLE", "the file or folder cannot be read"));
            }
        }
        return files;
    }

    private Result write(Series series, Path out, List<Problem> problems, Progress progress) throws CurationException, IOException {
        Map<String, Integer> setAside = new TreeMap<>();
        for (Aside a : series.aside()) {
            if (a.reason().isLoss()) {
                problems.add(new Problem(a.file().toString(), a.reason().name(), a.frames() + " frame(s) are in no volume"));
            } else {
                setAside.merge(a.reason().name(), 1, Integer::sum);
            }
        }
        List<String> names = names(series.volumes());
        for (String name : names) {
            for (String ending : List.of(".nii.gz", ".json")) {
                if (Files.exists(out.resolve(name + ending))) {
                    throw new CurationException.Refused("the output folder holds files of the same names already; nothing was"
                            + " written. Name an empty folder");
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        if (!series.volumes().isEmpty()) {
            Folders.writable(out);
            Path parts = Files.createTempDirectory(out, ".sluice");
            try {
                progress.phase("write", series.volumes().size(), Progress.UNKNOWN);
                for (int v = 0; v < names.size(); v++) {
                    pairs.add(pair((FramedVolume) series.volumes().get(v), names.get(v), parts, out, problems));
                    progress.advance(1, 0);
                }
            } finally {
                delete(parts);
            }
        }
        return new Result(pairs, setAside.entrySet().stream().map(e -> new Left(e.getKey(), e.getValue())).toList(),
                Note.of(series.findings()), problems);
    }

    private static List<String> names(List<Volume> volumes) {
        List<String> names = new ArrayList<>();
        for (Volume volume : volumes) {
            FrameStack stack = ((FramedVolume) volume).stack();
            String part = switch (stack.component()) {
                case "PHASE" -> "_part-phase";
                case "REAL" -> "_part-real";
                case "IMAGINARY" -> "_part-imag";
                default -> "";
            };
            String echo = stack.echoNumber() > 0 ? "_echo-" + stack.echoNumber() : "";
            names.add(String.format(Locale.ROOT, "volume-%03d%s%s", names.size() + 1, echo, part));
        }
        return names;
    }

    private Pair pair(FramedVolume volume, String name, Path parts, Path out, List<Problem> problems) throws IOException {
        String image = name + ".nii.gz";
        String text = name + ".json";
        DicomFile file = reader.readHeader(volume.stack().first().file());
        NiftiForm form = NiftiForm.of(volume);
        NiftiHeader header = withRepetition(form.header(), volume, file);
        try (InputStream voxels = form.voxels()) {
            new NiftiWriter().write(parts.resolve(image), header, List.of(), voxels);
        }
        int absent = form.absent().cardinality();
        int missing = volume.findings().stream().filter(f -> f.kind() == Finding.Kind.GAP).mapToInt(Finding::count).sum();
        if (absent > missing) {
            problems.add(new Problem(image, "DAMAGED_SLICES", (absent - missing)
                    + " slice(s) could not be decoded and were filled with 0; the sidecar says which"));
        }
        try (FileChannel channel = FileChannel.open(parts.resolve(text), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(sidecar.of(volume, file, form.absent()));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(parts.resolve(text), out.resolve(text)); // without REPLACE_EXISTING: fails where somebody was faster
        Files.move(parts.resolve(image), out.resolve(image));
        List<Integer> shape = new ArrayList<>(List.of(volume.grid().nx(), volume.grid().ny(), volume.grid().nz()));
        if (volume.times() > 1) {
            shape.add(volume.times());
        }
        Vec3 spacing = volume.grid().spacing();
        return new Pair(image, text, shape, List.of(spacing.x(), spacing.y(), spacing.z()), header.datatype().name(),
                header.slope(), header.intercept(), absent, Note.of(volume.findings()));
    }

    /** pixdim[4] in seconds, where times are moments. */
    private static NiftiHeader withRepetition(NiftiHeader header, FramedVolume volume, DicomFile file) throws IOException {
        double ms = FrameGroups.of(Elements.of(file), volume.stack().first().index()).with(REPETITION_GROUP, REPETITION_TIME)
                .number(REPETITION_TIME);
        boolean moments = volume.times() > 1 && volume.stack().axis() != TimeAxis.INVERSION_TIME;
        return moments && ms > 0 && Double.isFinite(ms) ? header.withNumber("pixdim", 4, ms / 1000) : header;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
