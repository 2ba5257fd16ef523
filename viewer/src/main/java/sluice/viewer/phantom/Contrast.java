package sluice.viewer.phantom;

/** What the phantom is imaged with. */
public enum Contrast {
    /** CT numbers in Hounsfield units */
    CT(1),
    /** T1-weighted MR: bright fat, dark fluid, white matter brighter than grey; arbitrary units, most below 1000 */
    MR_T1(2),
    /** T2-weighted MR: bright fluid, grey matter brighter than white; arbitrary units */
    MR_T2(3);

    private final int column;

    Contrast(int column) {
        this.column = column;
    }

    int column() {
        return column;
    }
}
