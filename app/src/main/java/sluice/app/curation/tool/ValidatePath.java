package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.SourceItem;
import sluice.app.catalogue.SourceKind;
import sluice.app.curation.CurationException;
import sluice.app.intake.FileExaminer;
import sluice.app.intake.FileWalk;
import sluice.app.job.Progress;
import sluice.viewer.dicom.Deviation;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.nifti.NiftiImage;
import sluice.viewer.nifti.NiftiReader;

/** Says what is wrong with files, without changing them: unreadable, or readable with deviations from the standard. */
public final class ValidatePath {

    /** One finding; holds no value of the file. */
    public record Finding(String path, String severity, String code, String text) {}

    /** @param stopped whether a file cannot be used */
    public record Report(long files, boolean stopped, List<Finding> findings) {}

    public Report validate(Path path, Progress progress) throws CurationException, IOException, InterruptedException {
        if (!Files.exists(path)) {
            throw new CurationException.Unknown("there is nothing at " + path);
        }
        progress.phase("validate", Progress.UNKNOWN, Progress.UNKNOWN);
        List<Finding> findings = new ArrayList<>();
        FileExaminer examiner = new FileExaminer();
        FileWalk walk = new FileWalk(List.of(path));
        long files = 0;
        boolean stopped = false;
        while (walk.hasNext()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            FileWalk.Found found = walk.next();
            String name = found.path().toString();
            SourceItem item = examiner.examine(found);
            files++;
            if (item instanceof SourceItem.Quarantined q) {
                findings.add(new Finding(name, q.severity().name(), q.code(), q.detail()));
                stopped |= q.severity() == Severity.STOP;
            } else if (((SourceItem.SourceFile) item).facts().kind() == SourceKind.DICOM) {
                for (Deviation d : new DicomReader().read(found.path()).deviations()) {
                    findings.add(new Finding(name, Severity.WARNING.name(), word(d.code()), d.toString()));
                }
            } else {
                nifti(found.path(), findings);
            }
            progress.advance(1, item.stamp().size());
        }
        return new Report(files, stopped, findings);
    }

    private static void nifti(Path path, List<Finding> findings) throws IOException {
        NiftiImage image = new NiftiReader().read(path);
        if (!image.header().isOriented()) {
            findings.add(new Finding(path.toString(), Severity.WARNING.name(), "no-orientation",
                    "neither sform nor qform says how the voxels lie; left and right are a guess"));
        }
        if (!image.header().filledTextFields().isEmpty() || !image.extensions().isEmpty()) {
            findings.add(new Finding(path.toString(), Severity.NOTE.name(), "text-in-header",
                    "header fields " + image.header().filledTextFields() + " and " + image.extensions().size() + " extensions"));
        }
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
