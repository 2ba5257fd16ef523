package sluice.viewer.dicom;

/**
 * How much of a file may be held in memory and how complicated it may be. Pixel data of the top level is never held, so
 * it does not count.
 *
 * @param maxElementLength bytes of one value
 * @param maxHeldBytes bytes of all values of one file together
 * @param maxDepth nesting of sequences; 1 allows sequences that hold no sequence
 * @param maxItems items of all sequences of one file together; elements may be eight times as many and some thousands
 * @param maxInflatedBytes bytes that a deflated data set may inflate to, pixel data included
 */
public record ReadLimits(long maxElementLength, long maxHeldBytes, int maxDepth, int maxItems, long maxInflatedBytes) {
    private static final long MEBIBYTE = 1 << 20;
    private static final int DEEPEST = 256;
    /** What an item without elements costs in memory, roughly. */
    private static final int BYTES_PER_ITEM = 160;

    /** @throws IllegalArgumentException where a limit is negative, or the depth so large that a stack may not hold it */
    public ReadLimits {
        if (maxElementLength < 0 || maxHeldBytes < 0 || maxItems < 0 || maxInflatedBytes < 0) {
            throw new IllegalArgumentException("A limit is negative");
        }
        if (maxDepth < 0 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("The depth limit is not within 0.." + DEEPEST);
        }
    }

    /** Generous for real files, and a quarter of this Java machine's memory at most per file. */
    public static ReadLimits defaults() {
        long quarter = Math.max(16 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 4);
        long held = Math.min(1024 * MEBIBYTE, quarter);
        int items = (int) Math.min(2_000_000, quarter / BYTES_PER_ITEM);
        return new ReadLimits(Math.min(512 * MEBIBYTE, quarter), held, 64, items, held);
    }
}
