package sluice.transfer.connector;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Causes that may be kept: the system's own exceptions carry paths in their messages, which may identify somebody. */
public final class Causes {
    private Causes() {
    }

    /** The failure itself, or, when it names a path, one that says the same without it. */
    public static Exception withoutPath(Exception failure) {
        if (failure instanceof FileSystemException named) {
            String reason = named.getReason() == null ? "" : ": " + named.getReason();
            return new IOException(failure.getClass().getSimpleName() + reason);
        }
        return failure;
    }
}
