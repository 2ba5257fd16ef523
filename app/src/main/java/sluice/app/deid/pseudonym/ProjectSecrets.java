package sluice.app.deid.pseudonym;

import java.util.List;
import sluice.app.deid.recipe.PseudonymPolicy;

/**
 * All versions of a project's secret with what is known of their use.
 *
 * @param versions one or more, the newest last; closed by whoever opened them
 * @param known patients who keep the version that they have
 */
public record ProjectSecrets(List<ProjectSecret> versions, KnownPatients known) {

    public ProjectSecrets {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a project has a secret");
        }
    }

    /** One secret for everybody. */
    public static ProjectSecrets of(ProjectSecret secret) {
        return new ProjectSecrets(List.of(secret), KnownPatients.NONE);
    }

    /** The newest version's number. */
    public int version() {
        return versions.get(versions.size() - 1).version();
    }

    /** One worker's pseudonyms. */
    public ProjectPseudonyms pseudonyms(PseudonymPolicy policy) {
        return new ProjectPseudonyms(versions.stream().map(secret -> new Pseudonyms(secret, policy)).toList(), known);
    }
}
