package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.PatientKey;
import sluice.app.deid.pseudonym.ProjectPseudonyms;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.table.WellKnownUids;
import sluice.app.deid.text.KnownIdentity;

/** Keyed replacements for one data set, reported to the listener. */
final class Replacements {

    private final ProjectPseudonyms project;
    private final String patient;
    private final Pseudonyms own;
    private final WellKnownUids wellKnown;
    private final MappingListener listener;
    private final KnownIdentity identity;

    /**
     * @param project for patients that are named further down
     * @param patient the pseudonym of the patient whose data set it is
     * @param own what that patient's identifiers become
     */
    Replacements(ProjectPseudonyms project, String patient, Pseudonyms own, WellKnownUids wellKnown, MappingListener listener,
            KnownIdentity identity) {
        this.identity = identity;
        this.project = project;
        this.patient = patient;
        this.own = own;
        this.wellKnown = wellKnown;
        this.listener = listener;
    }

    String patient(String id, String issuer) {
        PatientKey key = PatientKey.ofId(id, issuer);
        String pseudonym = project.of(key).patient(key);
        listener.mapped(MappingListener.Kind.PATIENT, Pseudonyms.trim(id), pseudonym);
        return pseudonym;
    }

    /**
     * One or more UIDs separated by backslashes; well-known ones and empty ones stay.
     *
     * @param kind whether the attribute names a kind of thing (SOP class, coding scheme): then everything that the standard,
     *     HL7 or a manufacturer assigned stays, whether this product knows it or not, unless an identifier was appended
     */
    String uids(String values, boolean kind) {
        if (values.indexOf('\\') < 0) {
            return uid(values, kind);
        }
        StringBuilder s = new StringBuilder(values.length());
        int from = 0;
        for (int at = values.indexOf('\\'); at >= 0; at = values.indexOf('\\', from)) {
            s.append(uid(values.substring(from, at), kind)).append('\\');
            from = at + 1;
        }
        return s.append(uid(values.substring(from), kind)).toString();
    }

    private String uid(String value, boolean kind) {
        String old = Pseudonyms.trim(value);
        if (old.isEmpty() || wellKnown.contains(old) || kind && keepsKind(old)) {
            return old;
        }
        String replaced = own.uid(old, patient);
        listener.mapped(MappingListener.Kind.UID, old, replaced);
        return replaced;
    }

    /** True if UIDs that a recipe retains hold no identifier of this patient. */
    boolean retains(String uids) {
        return !identity.holdsIdentifier(uids);
    }

    private boolean keepsKind(String uid) {
        String ownPart = wellKnown.ownPart(uid);
        return ownPart != null && !identity.holdsIdentifier(ownPart);
    }

    /** Padded to even length with NUL (PS3.5 section 9.1). */
    static byte[] uidBytes(String uids) {
        byte[] bytes = new byte[uids.length() + 1 & ~1];
        byte[] text = uids.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, 0, text.length);
        return bytes;
    }
}
