package sluice.app.deid;

import java.io.IOException;
import java.nio.file.Path;
import sluice.app.deid.dicom.EvidenceSurvey;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomReader;

/**
 * Reads the header of each file of a run before the first one is de-identified, and gathers what it says about its patient.
 * One object per worker.
 */
public final class HeaderSurvey {

    private final DicomReader reader = new DicomReader();
    private final EvidenceSurvey evidence;

    HeaderSurvey(EvidenceSurvey evidence) {
        this.evidence = evidence;
    }

    /**
     * Looks at one file. What is no DICOM file, or a broken one, says nothing here: it is refused, with a reason, when its
     * turn comes.
     *
     * @throws IOException if the file cannot be read
     */
    public void look(Path source) throws IOException {
        try {
            evidence.add(reader.read(source).dataset());
        } catch (DicomException e) {
            return;
        } catch (RuntimeException e) {
            return;
        }
    }
}
