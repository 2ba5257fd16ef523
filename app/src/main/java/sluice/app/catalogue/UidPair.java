package sluice.app.catalogue;

/**
 * A new UID and the one in whose place it stands. {@link #toString} shows the new one only.
 *
 * @param pseudonym of the patient in whose data it was found first
 * @param before stored encrypted
 */
public record UidPair(String pseudonym, String before, String after) {

    @Override
    public String toString() {
        return "UidPair[" + after + "]";
    }
}
