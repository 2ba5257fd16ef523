package sluice.transfer.bag;

/**
 * How much an archive from outside may hold before it is refused.
 *
 * @param entries   files and folders
 * @param entrySize bytes of one file
 * @param totalSize bytes of all files
 */
public record TarLimits(long entries, long entrySize, long totalSize) {

    /** A million files, 1 TiB each, 16 TiB together: above any study, below what fills a head. */
    public static final TarLimits GENEROUS = new TarLimits(1_000_000, 1L << 40, 1L << 44);
}
