package sluice.app.deid.pixels;

import java.util.List;
import sluice.viewer.codec.PixelBox;

/** Another program that reads text in pictures, where there is one. What it reads stays with it. */
public interface TextReader {

    /** Nobody. */
    TextReader NONE = (width, height, grey) -> List.of();

    /**
     * Boxes around words, in pixels; none where the program fails.
     *
     * @param grey one byte a pixel, row by row, 0 black to 255 white
     */
    List<PixelBox> words(int width, int height, byte[] grey);
}
