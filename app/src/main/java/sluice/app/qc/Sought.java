package sluice.app.qc;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What must not be in a file, prepared for the ways in which it is looked for.
 *
 * @param identifiers for texts
 * @param searches of everything but UIDs, for bytes
 * @param uids the first UIDs of the original, for bytes
 */
record Sought(List<Identifier> identifiers, PixelBytes.Searches searches, List<String> uids) {
    /** The object's own, its study's, its series' and its frame's of reference are among the first. */
    private static final int MOST_UIDS = 24;
    private static final int SHORTEST = 4;

    /** @param before of the file before this one: the instances of a series have everything but UIDs in common; or null */
    static Sought of(List<Identifier> identifiers, Sought before) {
        List<String> uids = identifiers.stream().filter(i -> i.kind() == Identifier.Kind.UID).map(Identifier::text).limit(MOST_UIDS)
                .toList();
        boolean same = before != null && people(before.identifiers).equals(people(identifiers));
        return new Sought(identifiers, same ? before.searches : PixelBytes.Searches.of(Identifiers.needles(identifiers)), uids);
    }

    private static List<Identifier> people(List<Identifier> identifiers) {
        return identifiers.stream().filter(i -> i.kind() != Identifier.Kind.UID).toList();
    }

    /** Whether bytes hold any of it, also inside what can be opened. */
    boolean isIn(byte[] value) {
        return value.length >= SHORTEST && new OpenedContent().any(value, this::stands);
    }

    /** Whether what bytes hold packed or encoded has any of it; not the bytes themselves. */
    boolean isInside(byte[] value) {
        return new OpenedContent().any(value, bytes -> bytes != value && stands(bytes));
    }

    private boolean stands(byte[] bytes) {
        if (searches.any().isIn(bytes, bytes.length)) {
            return true;
        }
        if (uids.isEmpty()) {
            return false;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return uids.stream().anyMatch(text::contains);
    }
}
