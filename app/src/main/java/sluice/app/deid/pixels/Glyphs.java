package sluice.app.deid.pixels;

/** What a letter, a digit, or several that touch, look like as a shape. */
final class Glyphs {
    /** Of a lower-case letter in a font of 8 pixels. */
    static final int LOWEST = 4;
    static final int TALLEST = 44;

    private Glyphs() {}

    static boolean mayBe(int width, int height, int area, int runs) {
        if (height < LOWEST || height > TALLEST || width > 16 * height || area < 4) {
            return false;
        }
        // full: a stroke such as I or l, nothing wider
        double fill = (double) area / (width * height);
        return fill <= 0.85 || width <= 0.45 * height + 1;
    }

    /** How many letters the shape may be. */
    static int count(Shape s) {
        double byWidth = s.width() / (0.68 * s.height());
        double byStrokes = (double) s.runs() / s.height();
        return (int) Math.max(1, Math.min(Math.round(byWidth), Math.floor(byStrokes + 0.35)));
    }
}
