package sluice.app.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Keeps which identifiers became which. What is known already is passed over; nothing is ever changed or removed. */
public final class PseudonymChanges {

    private final Sql sql;
    private final Crypt crypt;
    private final Trace trace;

    PseudonymChanges(Sql sql, Crypt crypt, Trace trace) {
        this.sql = sql;
        this.crypt = crypt;
        this.trace = trace;
    }

    /**
     * @param patients all that the UIDs refer to
     * @throws IllegalArgumentException when a UID's patient is not among them
     */
    public void record(Collection<PatientPair> patients, Collection<UidPair> uids) {
        Map<String, Long> numbers = new HashMap<>();
        for (PatientPair patient : patients) {
            numbers.put(patient.pseudonym(), patient(patient));
        }
        long last = sql.number("SELECT max(id) FROM uid_pair");
        int added = 0;
        for (UidPair pair : uids) {
            Long patient = numbers.get(pair.pseudonym());
            if (patient == null) {
                throw new IllegalArgumentException("a UID's patient is not among those that are kept");
            }
            long id = last + added + 1;
            byte[] sealed = crypt.seal(Pseudonyms.UID, id, new Packed().text(pair.before()).toBytes());
            added += sql.run(
                    "INSERT INTO uid_pair VALUES (?, ?, ?, ?) ON CONFLICT (new_uid) DO NOTHING", id, pair.after(), patient, sealed);
        }
        trace.note("uidPairs", added);
    }

    private long patient(PatientPair patient) {
        long known = sql.number("SELECT id FROM patient_pseudonym WHERE pseudonym = ?", patient.pseudonym());
        if (known != 0) {
            return known;
        }
        long id = sql.number("SELECT max(id) FROM patient_pseudonym") + 1;
        Packed packed = new Packed().text(patient.kind()).number(patient.identity().size());
        patient.identity().forEach(packed::text);
        sql.run(
                "INSERT INTO patient_pseudonym VALUES (?, ?, ?, ?, ?, ?)",
                id,
                patient.pseudonym(),
                Pseudonyms.index(crypt, patient.kind(), patient.identity()),
                patient.secretVersion(),
                crypt.seal(Pseudonyms.PATIENT, id, packed.toBytes()),
                trace.millis());
        return id;
    }
}
