package sluice.app.intake;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Locale;
import sluice.app.catalogue.FileStamp;
import sluice.app.catalogue.ObjectFacts;
import sluice.app.catalogue.ObjectKeys;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.SourceItem;
import sluice.app.catalogue.SourceKind;
import sluice.app.catalogue.StudyIdentity;
import sluice.viewer.dicom.Deviation;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.HeaderView;
import sluice.viewer.nifti.NiftiException;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiReader;
import sluice.viewer.nifti.NiftiSniffer;

/**
 * Says what one file is: an image or object that goes on the work list, or something odd with the reason. Reads the file,
 * and never more of it than its header into memory. One for each thread.
 */
public final class FileExaminer {
    private static final int FIRST_BYTES = 132;
    private final DicomReader dicom = new DicomReader();
    private final NiftiReader nifti = new NiftiReader();
    private final NiftiSniffer niftiSniffer = new NiftiSniffer();
    private final ContentDigest digest = new ContentDigest();
    private final HeadBytes head = new HeadBytes(FIRST_BYTES);

    /** @throws ClosedByInterruptException when the thread is interrupted; every other trouble is the file's and comes back as a finding */
    public SourceItem examine(FileWalk.Found found) throws ClosedByInterruptException {
        if (found instanceof FileWalk.Found.File file) {
            FileStamp stamp = new FileStamp(file.path().toString(), file.size(), file.modifiedNanos());
            try {
                return examine(file.path(), stamp);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (DicomException e) {
                return odd(stamp, code(e.reason()), Severity.STOP, e.getMessage());
            } catch (NiftiException e) {
                return odd(stamp, code(e.reason()), Severity.STOP, e.getMessage());
            } catch (IOException e) {
                return odd(stamp, "unreadable", Severity.STOP, "the file cannot be read");
            }
        }
        if (found instanceof FileWalk.Found.Unnameable) {
            // a URI spells the bytes of the name, so that each such file has an entry of its own
            return odd(new FileStamp(found.path().toUri().toString(), 0, 0), FileWalk.Found.Unnameable.CODE, Severity.STOP,
                    FileWalk.Found.Unnameable.TEXT);
        }
        FileStamp stamp = new FileStamp(found.path().toString(), 0, 0);
        return found instanceof FileWalk.Found.Special
                ? odd(stamp, "special-file", Severity.NOTE, "a device, socket or pipe is not opened")
                : odd(stamp, "unreadable", Severity.STOP, "the file or folder cannot be read");
    }

    /** What is said of a file on which the examination itself broke down, such as by running out of memory. */
    static SourceItem failed(FileWalk.Found found) {
        long size = found instanceof FileWalk.Found.File file ? file.size() : 0;
        long time = found instanceof FileWalk.Found.File file ? file.modifiedNanos() : 0;
        return odd(new FileStamp(found.path().toString(), size, time), "not-understood", Severity.STOP,
                "examining the file broke down; it was left alone");
    }

    private SourceItem examine(Path path, FileStamp stamp) throws IOException {
        if (stamp.size() == 0) {
            return odd(stamp, "empty", Severity.NOTE, "the file holds no byte");
        }
        return hasPrefix(head.of(path)) ? examineDicom(path, stamp) : examineOther(path, stamp);
    }

    /** Without the prefix of PS3.10 a file is asked first whether it is NIfTI, which always says so, then for a bare data set. */
    private SourceItem examineOther(Path path, FileStamp stamp) throws IOException {
        switch (niftiSniffer.sniff(path)) {
            case SINGLE, PAIR_HEADER, ANALYZE_HEADER:
                return examineNifti(path, stamp);
            case PAIR_IMAGE:
                return odd(stamp, "voxels-of-pair", Severity.NOTE, "the voxels of a pair; indexed with its header");
            default:
                try {
                    return examineDicom(path, stamp);
                } catch (DicomException e) {
                    if (e.reason() == DicomException.Reason.NOT_DICOM) {
                        return odd(stamp, "not-an-image", Severity.NOTE, "neither DICOM nor NIfTI");
                    }
                    throw e;
                }
        }
    }

    private static boolean hasPrefix(byte[] first) {
        return first.length >= 132 && first[128] == 'D' && first[129] == 'I' && first[130] == 'C' && first[131] == 'M';
    }

    private SourceItem examineDicom(Path path, FileStamp stamp) throws IOException {
        DicomFile file = dicom.read(path);
        if (file.has(Deviation.Code.TRUNCATED_PIXELS)) {
            return odd(stamp, "truncated", Severity.STOP, "the file ends within its pixel data; fetch it again");
        }
        HeaderView header = HeaderView.of(file);
        if (header.isDirectory()) {
            return odd(stamp, "media-directory", Severity.NOTE, "a DICOMDIR; the files that it lists are indexed themselves");
        }
        String study = header.text(HeaderView.STUDY_INSTANCE_UID);
        String series = header.text(HeaderView.SERIES_INSTANCE_UID);
        String instance = header.text(HeaderView.SOP_INSTANCE_UID);
        String sopClass = header.text(HeaderView.SOP_CLASS_UID);
        if (study.isEmpty() || series.isEmpty() || instance.isEmpty() || sopClass.isEmpty()) {
            return odd(stamp, "missing-uid", Severity.STOP,
                    "no study, series, instance or class UID, so the object cannot be put anywhere");
        }
        ObjectFacts facts = new ObjectFacts(SourceKind.DICOM, modality(header), withoutRest(sopClass),
                file.transferSyntax().uid(), header.frames());
        StudyIdentity identity = new StudyIdentity(header.text(HeaderView.PATIENT_NAME), header.text(HeaderView.PATIENT_ID),
                header.text(HeaderView.PATIENT_BIRTH_DATE), study, header.text(HeaderView.STUDY_DATE),
                header.text(HeaderView.ACCESSION_NUMBER), header.text(HeaderView.STUDY_DESCRIPTION));
        return new SourceItem.SourceFile(stamp, digest.of(path), facts, new ObjectKeys(study, series, instance), identity);
    }

    /** A code string of PS3.5 section 6.2, else nothing: it is kept and shown as it is, and a name has no place there. */
    private static String modality(HeaderView header) {
        String modality = withoutRest(header.text(HeaderView.MODALITY));
        return modality.matches("[A-Z0-9_ ]{1,16}") ? modality : "";
    }

    /** A value ends at its padding; what writers leave behind it may be anything. */
    private static String withoutRest(String value) {
        int padding = value.indexOf(0);
        return padding < 0 ? value : value.substring(0, padding);
    }

    /** NIfTI knows no study: the files of one folder are taken as one, each file as a series. */
    private SourceItem examineNifti(Path path, FileStamp stamp) throws IOException {
        NiftiHeader header = nifti.readHeader(path);
        long volumes = 1;
        for (int axis = 4; axis <= 7; axis++) {
            volumes *= Math.max(1, header.size(axis));
        }
        ObjectFacts facts = new ObjectFacts(SourceKind.NIFTI, "", null, null, (int) Math.min(Integer.MAX_VALUE, volumes));
        String folder = "nifti:" + path.getParent();
        StudyIdentity identity = new StudyIdentity("", "", "", "", "", "", "");
        return new SourceItem.SourceFile(stamp, digest.of(path), facts, new ObjectKeys(folder, "nifti:" + path, null), identity);
    }

    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static SourceItem odd(FileStamp stamp, String code, Severity severity, String detail) {
        return new SourceItem.Quarantined(stamp, code, severity, detail);
    }
}
