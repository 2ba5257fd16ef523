package sluice.app.curation;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import sluice.app.catalogue.StorageFailure;
import sluice.transfer.staging.StagingException;

/**
 * What a failure to read or write means for the person at the machine. The operating system's words are looked at and never
 * repeated, since they hold paths.
 */
public enum IoTrouble {
    DISK_FULL("no space is left on the disk; nothing was half-written. Make room and run the same command again"),
    READ_ONLY("the output cannot be written to; nothing was changed. Give a folder with write permission"),
    VANISHED("a file that was there before is gone; bring it back, or scan again"),
    NO_PERMISSION("this user may not read a file, or not write where the output goes; nothing was changed"),
    OTHER("reading or writing failed; what was finished is kept, and the same command goes on from there");

    private final String text;

    IoTrouble(String text) {
        this.text = text;
    }

    /** Whether a person can remove the cause and then run the same command again. */
    public boolean canBeRemoved() {
        return this == DISK_FULL || this == READ_ONLY || this == NO_PERMISSION;
    }

    /** A sentence without any path. */
    public String text() {
        return text;
    }

    /** Looks at the failure and its causes. */
    public static IoTrouble of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            IoTrouble one = single(t);
            if (one != OTHER) {
                return one;
            }
        }
        return OTHER;
    }

    private static IoTrouble single(Throwable t) {
        if (t instanceof StorageFailure storage) {
            return switch (storage.reason()) {
                case DISK_FULL -> DISK_FULL;
                case READ_ONLY -> READ_ONLY;
                default -> OTHER;
            };
        }
        if (t instanceof StagingException staging) {
            return switch (staging.reason()) {
                case DISK_FULL -> DISK_FULL;
                case NOT_WRITABLE -> READ_ONLY;
                default -> OTHER;
            };
        }
        if (t instanceof ReadOnlyFileSystemException) {
            return READ_ONLY;
        }
        if (!(t instanceof IOException)) {
            return OTHER;
        }
        String words = words(t);
        if (words.contains("no space left") || words.contains("not enough space") || words.contains("quota exceeded")) {
            return DISK_FULL;
        }
        if (words.contains("not a directory") || t instanceof FileAlreadyExistsException) {
            return READ_ONLY; // a file is where a folder has to be
        }
        if (words.contains("read-only file system")) {
            return READ_ONLY;
        }
        if (t instanceof AccessDeniedException || words.contains("permission denied")) {
            return NO_PERMISSION;
        }
        return t instanceof NoSuchFileException || t instanceof FileNotFoundException ? VANISHED : OTHER;
    }

    private static String words(Throwable t) {
        // without a reason the message of these is the path, whose words mean nothing here
        String reason = t instanceof FileSystemException f ? f.getReason() : t.getMessage();
        return reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    }
}
