package sluice.viewer.render;

/** One decoded frame as it can be shown. */
public sealed interface Frame {

    /** Width in pixels. */
    int columns();

    /** Height in pixels. */
    int rows();

    /**
     * Grey values before any lookup table.
     *
     * @param samples columns · rows stored values
     */
    record Grey(int columns, int rows, Samples samples) implements Frame {
        public Grey {
            if (columns < 1 || rows < 1 || samples.length() != (long) columns * rows) {
                throw new IllegalArgumentException("a frame has columns times rows samples");
            }
        }
    }

    /**
     * Colours: RGB, YBR or palette, which know no window (PS3.3 C.11.2.1: the VOI LUT is for grey values).
     *
     * @param rgb 0xRRGGBB, columns · rows of them; shared, not copied
     */
    record Colour(int columns, int rows, int[] rgb) implements Frame {
        public Colour {
            if (columns < 1 || rows < 1 || rgb.length != (long) columns * rows) {
                throw new IllegalArgumentException("a frame has columns times rows pixels");
            }
        }
    }
}
