package sluice.app.qc;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import sluice.app.catalogue.SourceKind;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.nifti.NiftiException;

/** Checks the files of a study, one after the other. Not for use by several threads at once. */
public final class StudyChecker {
    private final FileDigest digest = new FileDigest();
    private final DicomPairCheck dicom;
    private final NiftiPairCheck nifti = new NiftiPairCheck();

    /** For files that are known to be of no common patient. */
    public StudyChecker() {
        this(KnownPeople.NOBODY);
    }

    /** @param known what the originals of the study say together */
    public StudyChecker(KnownPeople known) {
        dicom = new DicomPairCheck(digest, known.identifiers());
    }

    /** @throws ClosedByInterruptException when the thread is interrupted */
    public void check(FilePair pair, Found found) throws IOException {
        try {
            if (!Files.isRegularFile(pair.written()) || !digest.of(pair.written()).equals(pair.sha256())) {
                found.add(Found.Code.CHANGED_AFTER_WRITING);
                return;
            }
            if (pair.kind() == SourceKind.DICOM) {
                dicom.check(pair, found);
            } else {
                nifti.check(pair, found);
            }
        } catch (DicomException | NiftiException e) {
            found.add(Found.Code.NOT_READABLE);
        }
    }
}
