package sluice.transfer.queue;

/** Something that can be expected to go wrong with the queue itself. Messages name no file. */
public abstract sealed class QueueException extends Exception {
    private static final long serialVersionUID = 1L;

    QueueException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Another process is working the queue. */
    public static final class Busy extends QueueException {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("Another process is sending from this workspace. Nothing was changed. Let it finish or stop it; "
                    + "what it was sending goes on with the next run.", null);
        }
    }

    /** The queue's file cannot be read or written. */
    public static final class Storage extends QueueException {
        private static final long serialVersionUID = 1L;

        public Storage(Throwable cause) {
            super("The delivery queue cannot be read or written. What it holds is as before the last step. Check free "
                    + "space and permissions of the workspace.", cause);
        }
    }

    /** The queue's file was written by a later version. */
    public static final class TooNew extends QueueException {
        private static final long serialVersionUID = 1L;

        public TooNew() {
            super("The delivery queue was written by a later version. Nothing was changed. Use that version.", null);
        }
    }

    /** A delivery with this id exists, with other content or for another destination. */
    public static final class DifferentContent extends QueueException {
        private static final long serialVersionUID = 1L;

        public DifferentContent() {
            super("A delivery with this id is already in the queue, with other content or for another destination. It was "
                    + "left as it is. Give the new one its own id.", null);
        }
    }

    /** The delivery is not in a state that allows this, or does not exist. */
    public static final class NotPossible extends QueueException {
        private static final long serialVersionUID = 1L;

        /** @param what e.g. {@code "only a held or failed delivery can be released"} */
        public NotPossible(String what) {
            super("This is not possible: " + what + ". Nothing was changed.", null);
        }
    }
}
