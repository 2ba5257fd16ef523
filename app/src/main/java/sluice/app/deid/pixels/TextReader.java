package sluice.app.deid.pixels;

import java.util.List;
import java.util.function.Predicate;
import sluice.viewer.codec.PixelBox;

/** Another program that reads text in pictures, where there is one. What it reads stays with it. */
public interface TextReader {

    /** Nobody. */
    TextReader NONE = (width, height, grey, known) -> List.of();

    /**
     * A word.
     *
     * @param box around it, in pixels
     * @param known whether it is known to identify the patient
     */
    record Word(PixelBox box, boolean known) {}

    /**
     * Words of which the program is sure, and those that it guesses and that are known; none where the program fails.
     *
     * @param grey one byte a pixel, row by row, 0 black to 255 white
     * @param known whether a word is known to identify the patient
     */
    List<Word> words(int width, int height, byte[] grey, Predicate<String> known);
}
