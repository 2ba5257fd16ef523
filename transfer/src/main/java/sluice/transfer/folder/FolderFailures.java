package sluice.transfer.folder;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import sluice.transfer.connector.Causes;
import sluice.transfer.connector.TransferException;

/** Finds out what a failed file operation in the destination's folder means. */
final class FolderFailures {
    /** Below this many free bytes a failed write is put down to lack of space. */
    private static final long NEARLY_NOTHING = 1 << 20;
    private final Path folder;

    FolderFailures(Path folder) {
        this.folder = folder;
    }

    /**
     * The typed form of a failure.
     *
     * @param doing  what was tried, to end the sentence "the destination refuses: …"
     * @param needed bytes that were still to be written, 0 when nothing was written
     */
    TransferException typed(Exception failure, String doing, long needed) {
        if (failure instanceof ClosedByInterruptException || failure instanceof InterruptedIOException) {
            return new TransferException.Cancelled(failure);
        }
        Exception cause = Causes.withoutPath(failure);
        if (!Files.isDirectory(folder)) {
            return new TransferException.Unreachable("the folder is no longer there", cause);
        }
        if (failure instanceof AccessDeniedException || failure instanceof ReadOnlyFileSystemException || isReadOnly()) {
            return new TransferException.Refused(doing, cause);
        }
        if (needed > 0 && freeBytes() < Math.min(needed, NEARLY_NOTHING)) {
            return new TransferException.Full(cause);
        }
        return new TransferException.Broken(cause);
    }

    /** Free bytes for this user, or {@link Long#MAX_VALUE} when the system does not say. */
    long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private boolean isReadOnly() {
        try {
            return Files.getFileStore(folder).isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }
}
