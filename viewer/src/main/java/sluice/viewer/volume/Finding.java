package sluice.viewer.volume;

/**
 * Something about a series or a volume that whoever uses it should know. Holds numbers, never text of a data set.
 *
 * @param kind what
 * @param count how many frames or slices it concerns; 0 where it concerns the whole
 * @param message for people: what it is and what it means for the values
 */
public record Finding(Kind kind, int count, String message) {

    /** What was found. */
    public enum Kind {
        /** slices are missing between others; their places are empty */
        GAP,
        /** frames that are there and cannot be decoded or are cut off; their places are empty */
        BROKEN_FRAMES,
        /** the same instance was given more than once; one was taken */
        REPEATED_INSTANCE,
        /** frames at one place that nothing tells apart; the first was taken */
        DUPLICATE_POSITION,
        /** distances between slices differ */
        UNEVEN_SPACING,
        /** slices are stacked in another direction than their normal, such as with a tilted gantry */
        TILT,
        /** frames do not lie on one line and are not taken for a volume */
        NOT_A_STACK,
        /** a single slice that says nothing of its thickness; 1 mm is assumed */
        THICKNESS_ASSUMED,
        /** Rescale Slope or Intercept differ between slices */
        VARYING_SCALE,
        /** frames of one place are in the order of their numbers, because nothing else tells them apart */
        ORDER_BY_NUMBER,
        /** stored values are indices into a palette */
        PALETTE,
        /** a NIfTI or Analyze file that does not say which side is left */
        NOT_ORIENTED,
        /** one series holds several volumes */
        SEVERAL_VOLUMES
    }
}
