package sluice.transfer.staging;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;

/** What the store asks of the disk; replaced in tests by one that fills up. */
class StagingDisk {

    /** Below this the disk is taken for full when a write fails, whatever language the system's message is in. */
    private static final long NEARLY_NOTHING = 1 << 20;

    OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    /** Bytes that this user can still write. */
    long usableSpace(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** The typed form of a failure while writing below this folder; the cause is dropped because it names paths. */
    IOException explain(IOException e, Path folder) {
        if (e instanceof StagingException || e instanceof InterruptedIOException) {
            return e;
        }
        if (isFull(e, folder)) {
            return new StagingException(StagingException.Reason.DISK_FULL,
                    "The disk with the staging folder is full; nothing was staged and nothing staged was touched. Make room and repeat.");
        }
        if (e instanceof AccessDeniedException || String.valueOf(e.getMessage()).contains("Read-only file system")) {
            return readOnly();
        }
        return new StagingException(StagingException.Reason.FAILED, "The disk with the staging folder failed ("
                + e.getClass().getSimpleName() + "); nothing was staged. Check the disk and repeat.");
    }

    static StagingException readOnly() {
        return new StagingException(StagingException.Reason.NOT_WRITABLE,
                "The staging folder cannot be written; nothing was staged. Check its permissions, or choose another workspace.");
    }

    private boolean isFull(IOException e, Path folder) {
        if (String.valueOf(e.getMessage()).matches("(?s).*(No space left on device|not enough space|quota exceeded).*")) {
            return true;
        }
        try {
            return usableSpace(folder) < NEARLY_NOTHING;
        } catch (IOException | ReadOnlyFileSystemException unknown) {
            return false;
        }
    }
}
