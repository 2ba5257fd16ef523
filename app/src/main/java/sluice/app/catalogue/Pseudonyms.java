package sluice.app.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads which identifiers became which: for the data holder's eyes only, except where a method says otherwise. */
public final class Pseudonyms {

    static final String PATIENT = "patient_pseudonym.patient";
    static final String UID = "uid_pair.old";

    private static final String PATIENTS =
            "SELECT p.id, p.pseudonym, p.secret_version, p.patient_sealed FROM patient_pseudonym p ";
    private static final String UIDS = "SELECT u.id, p.pseudonym, u.new_uid, u.old_sealed FROM uid_pair u"
            + " JOIN patient_pseudonym p ON p.id = u.patient_id ";

    private final Sql sql;
    private final Crypt crypt;

    Pseudonyms(Sql sql, Crypt crypt) {
        this.sql = sql;
        this.crypt = crypt;
    }

    /** The version of the secret with which this patient was first given a pseudonym; identifies nobody. */
    public OptionalInt secretVersion(String kind, List<String> identity) {
        Optional<Integer> version = sql.one(
                row -> row.getInt(1),
                "SELECT secret_version FROM patient_pseudonym WHERE patient_index = ? ORDER BY id LIMIT 1",
                (Object) index(crypt, kind, identity));
        return version.isPresent() ? OptionalInt.of(version.get()) : OptionalInt.empty();
    }

    /** Whether any study left under this pseudonym; identifies nobody. */
    public boolean given(String pseudonym) {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM patient_pseudonym WHERE pseudonym = ?)"
                                + " OR EXISTS (SELECT 1 FROM study WHERE pseudonym = ?)",
                        pseudonym,
                        pseudonym)
                == 1;
    }

    /** Whether any study left under a pseudonym that begins like this; identifies nobody. */
    public boolean anyGiven(String prefix) {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM patient_pseudonym WHERE substr(pseudonym, 1, length(?)) = ?)"
                                + " OR EXISTS (SELECT 1 FROM study WHERE substr(pseudonym, 1, length(?)) = ?)",
                        prefix,
                        prefix,
                        prefix,
                        prefix)
                == 1;
    }

    public Optional<PatientPair> patient(String pseudonym) {
        return sql.one(this::patient, PATIENTS + "WHERE p.pseudonym = ?", pseudonym);
    }

    public Optional<UidPair> uid(String newUid) {
        return sql.one(this::uid, UIDS + "WHERE u.new_uid = ?", newUid);
    }

    /**
     * A row and its number.
     *
     * @param id internal number, to go on from
     */
    public record Numbered<T>(long id, T pair) {}

    /** @param afterId 0 for the first page, then the number of the last row of the page before */
    public List<Numbered<PatientPair>> patients(long afterId, int limit) {
        return sql.list(
                row -> new Numbered<>(row.getLong(1), patient(row)),
                PATIENTS + "WHERE p.id > ? ORDER BY p.id LIMIT ?",
                afterId,
                limit);
    }

    /** @param afterId 0 for the first page, then the number of the last row of the page before */
    public List<Numbered<UidPair>> uids(long afterId, int limit) {
        return sql.list(
                row -> new Numbered<>(row.getLong(1), uid(row)), UIDS + "WHERE u.id > ? ORDER BY u.id LIMIT ?", afterId, limit);
    }

    private PatientPair patient(ResultSet row) throws SQLException {
        Packed.Reader in = new Packed.Reader(crypt.open(PATIENT, row.getLong(1), row.getBytes(4)));
        String kind = in.text();
        List<String> identity = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            identity.add(in.text());
        }
        return new PatientPair(row.getString(2), row.getInt(3), kind, identity);
    }

    private UidPair uid(ResultSet row) throws SQLException {
        String before = new Packed.Reader(crypt.open(UID, row.getLong(1), row.getBytes(4))).text();
        return new UidPair(row.getString(2), before, row.getString(3));
    }

    static byte[] index(Crypt crypt, String kind, List<String> identity) {
        StringBuilder key = new StringBuilder(kind);
        identity.forEach(part -> key.append('\0').append(part.length()).append('\0').append(part));
        return crypt.index("patient pseudonym", key.toString());
    }
}
