package sluice.app.deid.pseudonym;

import java.text.Normalizer;
import java.util.List;

/**
 * What a patient's pseudonym derives from, as it stands in the source. Identifies: {@link #toString} shows nothing.
 *
 * @param parts without padding, else as decoded from the file
 */
public record PatientKey(Kind kind, List<String> parts) {

    /** Where the parts come from. */
    public enum Kind {
        /** Patient ID (0010,0020) and Issuer of Patient ID (0010,0021), which may be empty: two hospitals may use one number for two people */
        ID,
        /** without Patient ID: something that belongs to one patient only, such as name and birth date, or a Study Instance UID */
        EVIDENCE
    }

    public PatientKey {
        parts = parts.stream().map(Pseudonyms::trim).toList();
    }

    public static PatientKey ofId(String id, String issuer) {
        return new PatientKey(Kind.ID, List.of(id, issuer));
    }

    /** @param evidence first what it is, then the values */
    public static PatientKey ofEvidence(String... evidence) {
        return new PatientKey(Kind.EVIDENCE, List.of(evidence));
    }

    /** The parts in Unicode normal form C: composed and decomposed letters agree. */
    public List<String> normalized() {
        return parts.stream().map(part -> Normalizer.normalize(part, Normalizer.Form.NFC)).toList();
    }

    @Override
    public String toString() {
        return "PatientKey[…]";
    }
}
