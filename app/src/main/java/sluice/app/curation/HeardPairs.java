package sluice.app.curation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sluice.app.catalogue.PatientPair;
import sluice.app.catalogue.UidPair;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.PatientKey;

/** Old and new identifiers of one study, heard by its workers, until they are in the catalogue. */
final class HeardPairs {
    private final List<Heard> workers = new ArrayList<>();

    /** What one worker hears. */
    private static final class Heard implements MappingListener {
        private final Map<String, PatientPair> patients = new HashMap<>();
        private final Map<String, UidPair> uids = new HashMap<>();
        private String patient = "";

        @Override
        public void patient(PatientKey key, String pseudonym, int secretVersion) {
            patient = pseudonym;
            patients.computeIfAbsent(pseudonym, p -> new PatientPair(p, secretVersion, key.kind().name(), key.normalized()));
        }

        @Override
        public void mapped(Kind kind, String oldValue, String newValue) {
            if (kind == Kind.UID) {
                uids.computeIfAbsent(newValue, n -> new UidPair(patient, oldValue, n));
            }
        }
    }

    /** A listener for one worker. */
    synchronized MappingListener listener() {
        Heard heard = new Heard();
        workers.add(heard);
        return heard;
    }

    /** To be called when the workers have ended, as the next ones. */
    synchronized Collection<PatientPair> patients() {
        Map<String, PatientPair> all = new HashMap<>();
        workers.forEach(worker -> all.putAll(worker.patients));
        return all.values();
    }

    synchronized Collection<UidPair> uids() {
        Map<String, UidPair> all = new HashMap<>();
        workers.forEach(worker -> all.putAll(worker.uids));
        return all.values();
    }

    /** The versions of the secret behind the pseudonyms, the lowest first. */
    Collection<Integer> secretVersions() {
        return patients().stream().map(PatientPair::secretVersion).collect(Collectors.toCollection(TreeSet::new));
    }
}
