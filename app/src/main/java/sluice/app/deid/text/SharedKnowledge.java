package sluice.app.deid.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the files of one run say about each patient, so that what one file knows is looked for in all others of that patient.
 * First every file's evidence is offered, then it is asked for; in which order files were offered makes no difference. A
 * study links the patients that are named in it, so that an object without Patient ID is searched for what its study knows.
 * For any number of threads.
 *
 * <p>Memory grows with patients, not with files: equal values are held once, a patient has {@value #MOST_VALUES} values at
 * most (the first in order of kind and text), longer values than {@value #LONGEST} characters are not shared. A file's own
 * values are always looked for, whatever was offered.
 */
public final class SharedKnowledge {

    private static final int MOST_VALUES = 4096;
    private static final int LONGEST = 1024;
    private static final int MOST_PATIENTS_OF_A_STUDY = 16;
    private static final int MOST_BUILT = 64;

    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::kind).thenComparing(Evidence::text)
            .thenComparing(Evidence::bytes, Comparator.nullsFirst(Arrays::compare));

    private final TextTables tables;
    private final Map<Evidence, Evidence> pool = new HashMap<>();
    private final Map<String, TreeSet<Evidence>> patients = new HashMap<>();
    private final Map<String, TreeSet<String>> studies = new HashMap<>();
    private final Map<Set<String>, KnownIdentity> built = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<String>, KnownIdentity> eldest) {
            return size() > MOST_BUILT;
        }
    };

    public SharedKnowledge(TextTables tables) {
        this.tables = tables;
    }

    public TextTables tables() {
        return tables;
    }

    /**
     * Adds what one file says.
     *
     * @param patient whose file it is: the same text for the same patient, different ones for different patients
     * @param study Study Instance UID, or "" if there is none
     */
    public synchronized void offer(String patient, String study, Collection<Evidence> evidence) {
        TreeSet<Evidence> known = patients.computeIfAbsent(patient, p -> new TreeSet<>(ORDER));
        for (Evidence e : evidence) {
            if (e.text().length() <= LONGEST && !known.contains(e)) {
                known.add(pool.computeIfAbsent(e, same -> same));
                if (known.size() > MOST_VALUES) {
                    known.pollLast();
                }
            }
        }
        if (!study.isEmpty()) {
            TreeSet<String> named = studies.computeIfAbsent(study, s -> new TreeSet<>());
            named.add(patient);
            if (named.size() > MOST_PATIENTS_OF_A_STUDY) {
                named.pollLast();
            }
        }
        built.clear();
    }

    /** What is known for one file: its own evidence and what was offered for its patient and its study. */
    public synchronized KnownIdentity known(String patient, String study, Collection<Evidence> own) {
        Set<String> keys = new TreeSet<>(studies.getOrDefault(study, new TreeSet<>()));
        keys.add(patient);
        List<TreeSet<Evidence>> offered = new ArrayList<>();
        keys.forEach(key -> {
            if (patients.containsKey(key)) {
                offered.add(patients.get(key));
            }
        });
        if (own.stream().allMatch(e -> offered.stream().anyMatch(set -> set.contains(e)))) {
            return built.computeIfAbsent(keys, k -> build(offered, List.of()));
        }
        return build(offered, own);
    }

    private KnownIdentity build(List<TreeSet<Evidence>> offered, Collection<Evidence> own) {
        TreeSet<Evidence> all = new TreeSet<>(ORDER);
        offered.forEach(all::addAll);
        all.addAll(own);
        return KnownIdentity.of(all, tables);
    }
}
