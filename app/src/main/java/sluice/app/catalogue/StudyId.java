package sluice.app.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The public name of a study: the first 50 bits (more only on collision) of a keyed digest of its study key, in Crockford's
 * base 32, lower case. Says nothing to whoever lacks the workspace key; the same study has the same handle for as long as the
 * workspace lives.
 */
public record StudyId(String handle) implements Comparable<StudyId> {

    private static final Pattern HANDLE = Pattern.compile("[0-9a-hjkmnp-tv-z]{10,24}");

    public StudyId {
        if (!HANDLE.matcher(handle).matches()) {
            throw new IllegalArgumentException("not the handle of a study");
        }
    }

    /** From what a person typed: capitals count as small letters, spaces around it are ignored. */
    public static StudyId parse(String typed) {
        return new StudyId(typed.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(StudyId other) {
        return handle.compareTo(other.handle);
    }

    @Override
    public String toString() {
        return handle;
    }
}
