package sluice.transfer.connector;

import java.util.List;

/**
 * Something that can be expected to go wrong between here and a destination. Each kind says what happened, what it means
 * for the data, what a person can do, and whether trying again later makes sense. Messages hold no host, user, file or
 * folder name and no text that a server sent.
 */
public abstract sealed class TransferException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a failure asks of whoever runs the delivery. */
    public enum Next {
        /** Try again after a while; the cause may pass by itself. */
        RETRY,
        /** Wait for a person: trying again would do the same, or would be unsafe. */
        HOLD,
        /** Somebody stopped it; go on whenever it is started again. */
        STOPPED
    }

    private final Next next;

    TransferException(Next next, String message, Throwable cause) {
        super(message, cause);
        this.next = next;
    }

    /** What to do next. */
    public final Next next() {
        return next;
    }

    /** A stable word for this kind of failure, e.g. {@code PeerChanged}; kept in queues and shown with {@code --json}. */
    public final String code() {
        return getClass().getSimpleName();
    }

    /** Whether the session in which it happened can still be used for the next item. */
    public final boolean sessionUsable() {
        return this instanceof Conflict || this instanceof Damaged
                || this instanceof LocalSourceChanged || this instanceof LocalSourceVanished;
    }

    /** The destination's options are not acceptable; nothing was connected. */
    public static final class InvalidOptions extends TransferException {
        private static final long serialVersionUID = 1L;

        /** @param problems one sentence each, without the values */
        public InvalidOptions(List<String> problems) {
            super(Next.HOLD, "The destination is not set up correctly: " + String.join("; ", problems)
                    + ". Nothing was sent. Correct the destination's options.", null);
        }
    }

    /** No connection, or a mounted folder that is not there. */
    public static final class Unreachable extends TransferException {
        private static final long serialVersionUID = 1L;

        /** @param what what could not be reached and how that showed, e.g. {@code "the server refused the connection"} */
        public Unreachable(String what, Throwable cause) {
            super(Next.RETRY, "The destination cannot be reached: " + what
                    + ". Nothing is lost. Check the network and the destination; sending goes on by itself.", cause);
        }
    }

    /** The destination did not accept who we are. */
    public static final class NotAuthenticated extends TransferException {
        private static final long serialVersionUID = 1L;

        /** @param what e.g. {@code "the server accepts none of the offered keys"} */
        public NotAuthenticated(String what, Throwable cause) {
            super(Next.HOLD, "Not authenticated: " + what
                    + ". Nothing was sent. Check user name, key and passphrase, then release the delivery.", cause);
        }
    }

    /** Nothing is pinned to compare the other side's identity with. */
    public static final class PeerUnknown extends TransferException {
        private static final long serialVersionUID = 1L;
        private final String actual;

        /** @param actual the fingerprint that the other side proved to own */
        public PeerUnknown(String actual) {
            super(Next.HOLD, "The destination's identity is not known yet; it shows " + actual + ". Nothing was sent. "
                    + "Compare this fingerprint with what the operator publishes, then pin it.", null);
            this.actual = actual;
        }

        /** The fingerprint that the other side proved to own. */
        public String actual() {
            return actual;
        }
    }

    /** The other side is not the one that was pinned. */
    public static final class PeerChanged extends TransferException {
        private static final long serialVersionUID = 1L;
        private final String expected;
        private final String actual;

        /**
         * @param expected the pinned fingerprint, or what stands for it
         * @param actual   the fingerprint that the other side proved to own
         */
        public PeerChanged(String expected, String actual) {
            super(Next.HOLD, "The destination's identity has changed: pinned " + expected + ", shown " + actual
                    + ". Nothing was sent. Ask the operator whether the key was replaced; until then treat it as an attack.",
                    null);
            this.expected = expected;
            this.actual = actual;
        }

        /** The pinned fingerprint. */
        public String expected() {
            return expected;
        }

        /** The fingerprint that the other side proved to own. */
        public String actual() {
            return actual;
        }
    }

    /** The destination does not let us do this. */
    public static final class Refused extends TransferException {
        private static final long serialVersionUID = 1L;

        /** @param what what was not allowed, e.g. {@code "writing in the destination's folder"} */
        public Refused(String what, Throwable cause) {
            super(Next.HOLD, "The destination refuses: " + what
                    + ". What arrived before stays there. Have the permissions corrected, then release the delivery.", cause);
        }
    }

    /** No space or quota left at the destination. */
    public static final class Full extends TransferException {
        private static final long serialVersionUID = 1L;

        public Full(Throwable cause) {
            super(Next.RETRY, "The destination has no space left. What arrived before stays there, incomplete files under "
                    + "names ending in .part. Have space made; sending goes on by itself.", cause);
        }
    }

    /** Something else stands under the final name. */
    public static final class Conflict extends TransferException {
        private static final long serialVersionUID = 1L;

        public Conflict() {
            super(Next.HOLD, "Different content already stands under the final name at the destination. It was left as it "
                    + "is, and nothing was overwritten. Find out what it is, then remove it there or cancel the delivery.",
                    null);
        }
    }

    /** The connection ended in the middle. */
    public static final class Broken extends TransferException {
        private static final long serialVersionUID = 1L;

        public Broken(Throwable cause) {
            super(Next.RETRY, "The connection to the destination ended early. What arrived stays there; sending goes on "
                    + "where it stopped.", cause);
        }
    }

    /** The sending thread was interrupted. */
    public static final class Cancelled extends TransferException {
        private static final long serialVersionUID = 1L;

        public Cancelled(Throwable cause) {
            super(Next.STOPPED, "Stopped on request. What arrived stays there; sending goes on where it stopped.", cause);
        }
    }

    /** The other side does not behave as its protocol says. */
    public static final class Protocol extends TransferException {
        private static final long serialVersionUID = 1L;

        /** @param what e.g. {@code "SFTP status 4 when renaming"} */
        public Protocol(String what, Throwable cause) {
            super(Next.RETRY, "The destination answers in an unexpected way: " + what
                    + ". Nothing is lost; sending is tried again. If it stays so, tell the operator.", cause);
        }
    }

    /** What stands at the destination has another digest than what was sent, twice in a row. */
    public static final class Damaged extends TransferException {
        private static final long serialVersionUID = 1L;

        public Damaged() {
            super(Next.RETRY, "What arrived is not what was sent, also after starting again from the beginning. It was "
                    + "removed and never published. Sending is tried again; if it stays so, the path to the destination "
                    + "or its storage damages data.", null);
        }
    }

    /** The local file no longer has the digest or length that was promised. */
    public static final class LocalSourceChanged extends TransferException {
        private static final long serialVersionUID = 1L;

        public LocalSourceChanged() {
            super(Next.HOLD, "A file to be sent has changed since it was sealed. It was not published. Stage the study "
                    + "again.", null);
        }
    }

    /** The local file is gone or cannot be read. */
    public static final class LocalSourceVanished extends TransferException {
        private static final long serialVersionUID = 1L;

        public LocalSourceVanished(Throwable cause) {
            super(Next.HOLD, "A file to be sent is gone or cannot be read. It was not published. Stage the study again, or "
                    + "bring the medium back and release the delivery.", cause);
        }
    }
}
