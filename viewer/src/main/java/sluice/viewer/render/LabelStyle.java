package sluice.viewer.render;

import java.util.List;
import java.util.Map;

/**
 * How labels look.
 *
 * @param colours 0xRRGGBB of labels that differ from the customary colours; label 0 is never painted
 * @param hidden labels that are not painted
 * @param fill opacity of the areas, 0 to 1
 * @param outline opacity of the outlines, 0 to 1
 * @param outlineWidth device pixels, 1 to 8, inside the area; 0 for none
 */
public record LabelStyle(Map<Integer, Integer> colours, List<Integer> hidden, double fill, double outline, int outlineWidth) {

    public LabelStyle {
        colours = Map.copyOf(colours);
        hidden = List.copyOf(hidden);
        if (!(fill >= 0 && fill <= 1 && outline >= 0 && outline <= 1) || outlineWidth < 0 || outlineWidth > 8) {
            throw new IllegalArgumentException("opacities lie between 0 and 1, outlines are up to 8 pixels wide");
        }
    }

    /** Areas of 40 per cent with outlines of one pixel, in the customary colours. */
    public static LabelStyle customary() {
        return new LabelStyle(Map.of(), List.of(), 0.4, 1, 1);
    }
}
