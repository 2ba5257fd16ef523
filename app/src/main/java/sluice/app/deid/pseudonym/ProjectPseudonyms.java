package sluice.app.deid.pseudonym;

import java.util.List;

/**
 * The pseudonyms of all versions of a project's secret: a known patient's are those of the version that was in use when the
 * patient first came, everybody else's those of the newest. Not for two threads at once.
 */
public final class ProjectPseudonyms {

    private final List<Pseudonyms> versions;
    private final KnownPatients known;

    /** @param versions one or more, the newest last */
    public ProjectPseudonyms(List<Pseudonyms> versions, KnownPatients known) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a project has a secret");
        }
        this.versions = List.copyOf(versions);
        this.known = known;
    }

    /** Of the newest secret: for new patients and for what belongs to nobody. */
    public Pseudonyms newest() {
        return versions.get(versions.size() - 1);
    }

    /** Those to be used for everything of this patient. */
    public Pseudonyms of(PatientKey patient) {
        if (versions.size() == 1) {
            return versions.get(0);
        }
        int version = known.version(patient).orElse(0);
        for (Pseudonyms candidate : versions) {
            if (version == 0 ? known.given(candidate.patient(patient)) : candidate.secretVersion() == version) {
                return candidate;
            }
        }
        return newest();
    }
}
