package sluice.viewer.render;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A colour for each of 256 levels.
 *
 * @param name as {@link #shipped} knows it, such as HOT_IRON
 * @param label for people, in English
 * @param rgb 256 colours 0xRRGGBB from the least to the greatest level; shared, not copied
 */
public record ColourMap(String name, String label, int[] rgb) {
    private static final int LEVELS = 256;

    public ColourMap {
        if (rgb.length != LEVELS) {
            throw new IllegalArgumentException("a colour map has 256 colours");
        }
    }

    /** Equal red, green and blue: the level itself. */
    public static ColourMap grey() {
        int[] rgb = new int[LEVELS];
        Arrays.setAll(rgb, n -> n * 0x010101);
        return new ColourMap("GREY", "Grey", rgb);
    }

    /** The maps of this product by name, among them the well-known palettes of PS3.6 Annex B. */
    public static Map<String, ColourMap> shipped() {
        Map<String, ColourMap> maps = new LinkedHashMap<>();
        for (String[] row : Tables.rows("colour-maps.tsv", 5)) {
            int[] rgb = new int[LEVELS];
            for (int channel = 0; channel < 3; channel++) {
                byte[] values = HexFormat.of().parseHex(row[2 + channel]);
                for (int n = 0; n < LEVELS; n++) {
                    rgb[n] |= (values[n] & 0xFF) << 16 - 8 * channel;
                }
            }
            maps.put(row[0], new ColourMap(row[0], row[1], rgb));
        }
        return maps;
    }

    /** The opaque colour, 0xFFRRGGBB, of a level of 0 to 1, rounded to the nearest of 256. */
    public int argb(double level) {
        int index = (int) (level * (LEVELS - 1) + 0.5);
        return 0xFF000000 | rgb[index < 0 ? 0 : Math.min(index, LEVELS - 1)];
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ColourMap other && name.equals(other.name) && Arrays.equals(rgb, other.rgb);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
