package sluice.app.catalogue;

import java.util.List;

/**
 * A patient's pseudonym and what it derives from. {@link #toString} shows the pseudonym only.
 *
 * @param secretVersion of the project secret
 * @param kind what the identity consists of, a word
 * @param identity values of the source, stored encrypted
 */
public record PatientPair(String pseudonym, int secretVersion, String kind, List<String> identity) {

    public PatientPair {
        identity = List.copyOf(identity);
    }

    @Override
    public String toString() {
        return "PatientPair[" + pseudonym + "]";
    }
}
