package sluice.app.catalogue;

/**
 * Where a source file is and what it looked like from outside.
 *
 * @param path absolute; identifying, therefore stored encrypted and not shown by {@link #toString}
 * @param size bytes
 * @param modifiedNanos time of last change, nanoseconds since 1970
 */
public record FileStamp(String path, long size, long modifiedNanos) {

    @Override
    public String toString() {
        return "FileStamp[" + size + " bytes]";
    }
}
