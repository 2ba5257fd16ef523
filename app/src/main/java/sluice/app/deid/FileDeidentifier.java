package sluice.app.deid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.app.deid.Refused.Reason;
import sluice.app.deid.nifti.NiftiDeidentifier;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.report.Report;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.nifti.NiftiException;
import sluice.viewer.nifti.NiftiSniffer;

/**
 * One source file in, one new file or a refusal out. The names of new files hold pseudonyms only:
 * {@code <patient>/<study>/<series>/<instance>.dcm} and {@code nifti/<name>.nii}. One object per worker.
 */
public final class FileDeidentifier {

    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();
    private final NiftiSniffer sniffer = new NiftiSniffer();
    private final DicomDeidentifier dicom;
    private final Pseudonyms pseudonyms;
    private final NiftiDeidentifier nifti;
    private final OutputFolder output;

    FileDeidentifier(DicomDeidentifier dicom, Pseudonyms pseudonyms, OutputFolder output) {
        this.dicom = dicom;
        this.pseudonyms = pseudonyms;
        this.nifti = new NiftiDeidentifier(pseudonyms);
        this.output = output;
    }

    /**
     * De-identifies one file. Whatever is wrong with its content is a {@link Refused}.
     *
     * @param source opened read-only
     * @param logicalName the file's place in the input, for example its path below the input folder: different for different
     *     files and the same in the next run. A NIfTI file's new name is derived from it
     * @throws IOException if the source cannot be read or the output cannot be written; nothing is left half-written
     */
    public Outcome deidentify(Path source, String logicalName) throws IOException {
        try {
            if (hasNiftiName(source)) {
                return nifti(source, logicalName);
            }
            return dicom(source, logicalName);
        } catch (DicomException e) {
            return new Refused(reason(e.reason()), e.tag(), e.getMessage());
        } catch (NiftiException e) {
            return new Refused(reason(e.reason()), Refused.NO_TAG, e.getMessage());
        } catch (RuntimeException e) {
            return new Refused(Reason.UNEXPECTED, Refused.NO_TAG, Reason.UNEXPECTED.text() + ": " + place(e));
        }
    }

    /**
     * What {@link #deidentify} would do with each attribute or header field of a file, and why; nothing is written.
     *
     * @throws IOException if the source cannot be read
     */
    public Explanation explain(Path source) throws IOException {
        try {
            if (!hasNiftiName(source)) {
                try {
                    return dicom.explain(reader.read(source));
                } catch (DicomException e) {
                    if (e.reason() != DicomException.Reason.NOT_DICOM || sniffer.sniff(source) == NiftiSniffer.Kind.NONE) {
                        throw e;
                    }
                }
            }
            return nifti(nifti.plan(source, source.getFileName().toString()).report());
        } catch (DicomException e) {
            return Explanation.of(new Refused(reason(e.reason()), e.tag(), e.getMessage()));
        } catch (NiftiException e) {
            return Explanation.of(new Refused(reason(e.reason()), Refused.NO_TAG, e.getMessage()));
        }
    }

    private static Explanation nifti(Report report) {
        List<Explanation.Line> lines = new ArrayList<>();
        report.clearedFields().forEach(f -> lines.add(new Explanation.Line(f, "", "emptied", "text field of the header")));
        report.removedExtensions().forEach(code ->
                lines.add(new Explanation.Line("extension " + code, "", "removed", "header extensions may hold anything")));
        lines.add(new Explanation.Line("file name", "", "pseudonym", "names of files identify"));
        lines.add(new Explanation.Line("all other header fields, voxels", "", "kept", "geometry and values"));
        return new Explanation(Optional.empty(), lines, List.of());
    }

    private Outcome dicom(Path source, String logicalName) throws IOException {
        DicomFile file;
        try {
            file = reader.read(source);
        } catch (DicomException e) {
            if (e.reason() == DicomException.Reason.NOT_DICOM && sniffer.sniff(source) != NiftiSniffer.Kind.NONE) {
                return nifti(source, logicalName);
            }
            throw e;
        }
        DicomResult result = dicom.deidentify(file);
        if (result instanceof Refused refused) {
            return refused;
        }
        Deidentified d = (Deidentified) result;
        Path folder = Path.of(d.patient(), d.uids().study(), d.uids().series());
        Path path = output.write(folder, d.uids().instance(), ".dcm", pseudonyms.fileName(logicalName),
                channel -> writer.write(channel, d.fileMeta(), d.dataset(), d.pixels().orElse(null), d.transferSyntax()));
        return path == null ? new Refused(Reason.CONFLICT) : new Written(path, d.patient(), d.uids(), d.report());
    }

    private Outcome nifti(Path source, String logicalName) throws IOException {
        NiftiDeidentifier.Plan plan = nifti.plan(source, logicalName);
        Path path = output.writeTogether(Path.of("nifti"), plan.fileName(), pseudonyms.fileName(logicalName),
                target -> nifti.write(source, target, plan));
        return path == null ? new Refused(Reason.CONFLICT) : new Written(path, "", null, plan.report());
    }

    private static boolean hasNiftiName(Path source) {
        String name = source.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".nii") || name.endsWith(".nii.gz");
    }

    private static String place(RuntimeException e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("sluice.")) {
                return e.getClass().getSimpleName() + " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return e.getClass().getSimpleName();
    }

    private static Reason reason(DicomException.Reason reason) {
        return switch (reason) {
            case NOT_DICOM -> Reason.NOT_AN_IMAGE_FILE;
            case TRUNCATED -> Reason.TRUNCATED;
            case CORRUPT, NO_SUCH_FRAME -> Reason.CORRUPT;
            case UNSUPPORTED_TRANSFER_SYNTAX, NOT_WRITABLE -> Reason.UNSUPPORTED_TRANSFER_SYNTAX;
            case LIMIT_EXCEEDED -> Reason.LIMIT_EXCEEDED;
        };
    }

    private static Reason reason(NiftiException.Reason reason) {
        return switch (reason) {
            case NOT_NIFTI -> Reason.NOT_AN_IMAGE_FILE;
            case TRUNCATED, IMAGE_MISSING, HEADER_MISSING -> Reason.TRUNCATED;
            case TOO_LARGE -> Reason.LIMIT_EXCEEDED;
            default -> Reason.CORRUPT;
        };
    }
}
