package sluice.viewer.volume;

/**
 * What frames of one volume have in common, besides their planes.
 *
 * @param seriesUid Series Instance UID; for telling apart, not for showing
 * @param seriesNumber Series Number
 * @param rows Rows
 * @param columns Columns
 * @param type what values are stored
 * @param imageType Image Type or Frame Type, with everything that tells magnitude from phase
 * @param component Complex Image Component, or the same told by Image Type: MAGNITUDE, PHASE, REAL, IMAGINARY; else empty
 * @param echoNumber Echo Number, 0 where it is not told
 * @param echoTime ms, 0 where it is not told
 * @param stack Stack ID
 */
record FrameLabels(String seriesUid, int seriesNumber, int rows, int columns, VoxelType type, String imageType, String component,
        int echoNumber, double echoTime, String stack) implements Comparable<FrameLabels> {

    private static final java.util.Comparator<FrameLabels> ORDER = java.util.Comparator.comparingInt(FrameLabels::seriesNumber)
            .thenComparing(FrameLabels::seriesUid).thenComparingInt(FrameLabels::echoNumber)
            .thenComparingDouble(FrameLabels::echoTime).thenComparing(FrameLabels::imageType)
            .thenComparing(FrameLabels::component).thenComparing(FrameLabels::stack).thenComparingInt(FrameLabels::rows)
            .thenComparingInt(FrameLabels::columns).thenComparing(FrameLabels::type);

    @Override
    public int compareTo(FrameLabels o) {
        return ORDER.compare(this, o);
    }
}
