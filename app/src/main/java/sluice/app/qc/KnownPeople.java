package sluice.app.qc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.app.deid.table.NameWords;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomReader;

/**
 * What the originals of one study say about the patient and the people around it, all together: a name that one file holds
 * must not be in any other. Filled by one thread, then read by many.
 */
public final class KnownPeople {
    static final KnownPeople NOBODY = new KnownPeople();
    private final DicomReader reader = new DicomReader();
    private final Identifiers identifiers = new Identifiers(IdentifyingAttributes.load(), NameWords.load(), new WrittenForms());

    /** Takes in the header of an original; one that is not there or cannot be read says nothing, and its own check tells so. */
    public void add(Path original) throws IOException {
        if (Files.isReadable(original)) {
            try {
                identifiers.addPeople(reader.readHeader(original));
            } catch (DicomException e) {
                return;
            }
        }
    }

    Identifiers identifiers() {
        return identifiers;
    }
}
