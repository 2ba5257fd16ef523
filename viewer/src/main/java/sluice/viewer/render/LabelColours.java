package sluice.viewer.render;

import java.util.List;

/** Colours by label: the style's own, else the customary ones in turn. */
final class LabelColours {
    private final LabelStyle style;
    private final List<Integer> customary;

    LabelColours(LabelStyle style) {
        this.style = style;
        this.customary = Tables.rows("label-colours.tsv", 1).stream().map(r -> Integer.parseInt(r[0], 16)).toList();
    }

    LabelStyle style() {
        return style;
    }

    /** 0xRRGGBB; -1 for what is not painted. */
    int rgb(int label) {
        if (label == 0 || style.hidden().contains(label)) {
            return -1;
        }
        Integer own = style.colours().get(label);
        return (own != null ? own : customary.get(Math.floorMod(label - 1, customary.size()))) & 0xFFFFFF;
    }
}
