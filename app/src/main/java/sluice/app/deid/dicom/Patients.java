package sluice.app.deid.dicom;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.PatientKey;
import sluice.app.deid.pseudonym.Pseudonyms;

/** Whose data set it is. */
final class Patients {

    private Patients() { }

    /** By Patient ID and issuer; without these by name and birth date, and without those by the study. */
    static PatientKey of(Attributes source) {
        String id = text(source, Tag.PatientID);
        if (!id.isEmpty()) {
            return PatientKey.ofId(id, text(source, Tag.IssuerOfPatientID));
        }
        String name = text(source, Tag.PatientName);
        String birth = text(source, Tag.PatientBirthDate);
        return name.isEmpty() || birth.isEmpty()
                ? PatientKey.ofEvidence("study", text(source, Tag.StudyInstanceUID))
                : PatientKey.ofEvidence("person", name, birth);
    }

    /** The decoded value without padding. */
    static String text(Attributes source, int tag) {
        return Pseudonyms.trim(Values.text(source, VR.LO, source.getValue(tag), true));
    }
}
