package sluice.viewer.render;

/** Paints one row of a picture over what is there. Holds buffers: each thread makes its own. */
interface RowPainter {

    /**
     * One row.
     *
     * @param y device row
     * @param argb the whole picture
     * @param offset where the row starts in it
     */
    void paint(int y, int[] argb, int offset);
}
