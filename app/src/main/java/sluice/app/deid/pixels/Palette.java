package sluice.app.deid.pixels;

/**
 * A Palette Color Lookup Table (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6), as bytes.
 *
 * @param first stored value of the first entry; smaller ones are shown as the first, larger ones than the last as the last
 * @param red 0 to 255 unsigned, one for each entry, at least one
 * @param green as many
 * @param blue as many
 */
public record Palette(int first, byte[] red, byte[] green, byte[] blue) {

    public Palette {
        if (red.length == 0 || red.length != green.length || red.length != blue.length) {
            throw new IllegalArgumentException("the three tables of a palette are of one length, and not empty");
        }
    }

    int entry(long stored) {
        return (int) Math.max(0, Math.min(red.length - 1L, stored - first));
    }
}
