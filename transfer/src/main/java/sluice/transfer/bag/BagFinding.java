package sluice.transfer.bag;

import java.util.Optional;

/**
 * Something that validation has to say about a bag.
 *
 * @param kind what it is
 * @param path the file in the bag that it is about, where it is about one
 */
public record BagFinding(Kind kind, Optional<BagPath> path) {

    /** Kinds of finding; only warnings leave the bag valid. */
    public enum Kind {
        /** bagit.txt is missing, or is not BagIt 1.0 in UTF-8. */
        NOT_A_BAG(false),
        /** A required tag file is missing. */
        TAG_FILE_MISSING(false),
        /** A tag file cannot be read: syntax, bad path or collision. */
        TAG_FILE_MALFORMED(false),
        /** A file is listed but not there. */
        FILE_MISSING(false),
        /** A payload file is there but not listed. */
        FILE_NOT_LISTED(false),
        /** A file's content is not what the manifest says. */
        DIGEST_DIFFERS(false),
        /** A manifest lists a file of the other kind. */
        LISTED_IN_WRONG_MANIFEST(false),
        /** Payload-Oxum and the payload differ. */
        OXUM_DIFFERS(false),
        /** A link, device or other thing that is no file. */
        NOT_A_FILE(false),
        /** A name on disk that no bag path can have. */
        BAD_NAME(false),
        /** fetch.txt is there; files elsewhere are never fetched. */
        FETCH_REFUSED(false),
        /** A tag file that no tag manifest lists, so it is not protected. */
        TAG_FILE_NOT_LISTED(true),
        /** A manifest with another algorithm, which was not checked. */
        OTHER_ALGORITHM(true);

        private final boolean warning;

        Kind(boolean warning) {
            this.warning = warning;
        }
    }

    static BagFinding about(Kind kind, BagPath path) {
        return new BagFinding(kind, Optional.of(path));
    }

    static BagFinding of(Kind kind) {
        return new BagFinding(kind, Optional.empty());
    }

    /** Whether the bag is complete and valid in spite of this. */
    public boolean isWarning() {
        return kind.warning;
    }
}
