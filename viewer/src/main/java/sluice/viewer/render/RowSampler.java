package sluice.viewer.render;

/** Values along the rows of a picture. Usable by several threads at once. */
interface RowSampler {

    /**
     * One row.
     *
     * @param y device row
     * @param width device pixels of the row
     * @param values gets the value of each pixel; NaN where there is nothing: outside, padding, or no number
     */
    void row(int y, int width, double[] values);
}
