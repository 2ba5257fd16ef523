package sluice.transfer.connector;

/**
 * Follows the bytes of one upload. It is called on the sending thread, first with the offset at which the upload takes up,
 * then after each block that was handed to the connection, and may take its time: pacing is done by not returning. Stopping is done by interrupting the thread.
 */
@FunctionalInterface
public interface TransferListener {
    /**
     * @param position bytes of the item that are sent, counted from its start; never decreases within one upload
     * @param size     length of the item in bytes
     * @throws InterruptedException when the thread was interrupted while waiting; the upload ends as cancelled
     */
    void at(long position, long size) throws InterruptedException;

    /**
     * For sessions: calls {@link #at} and turns interruption into the typed failure, leaving the flag set.
     *
     * @throws TransferException.Cancelled when the thread is interrupted
     */
    default void tell(long position, long size) throws TransferException.Cancelled {
        try {
            at(position, size);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new TransferException.Cancelled(null);
        }
    }

    /** A listener that does nothing. */
    static TransferListener silent() {
        return (position, size) -> { };
    }
}
