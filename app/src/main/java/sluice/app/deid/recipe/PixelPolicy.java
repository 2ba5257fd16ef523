package sluice.app.deid.recipe;

import java.util.List;
import java.util.function.IntFunction;
import sluice.app.deid.table.RegionRule;
import sluice.viewer.codec.PixelBox;

/**
 * How text in pixels is looked for under the Clean Pixel Data Option (PS3.15 E.3.1).
 *
 * @param look in which images
 * @param regionRules whether the known places of text by manufacturer, model and size are used
 * @param text whether text is looked for in the picture itself
 * @param tesseract whether the program Tesseract helps with that
 * @param regions the site's own known places, which count whatever {@code look} and {@code regionRules} say
 */
public record PixelPolicy(Look look, boolean regionRules, boolean text, Tesseract tesseract, List<RegionRule> regions) {

    public PixelPolicy {
        regions = List.copyOf(regions);
    }

    /** Without places of the site's own. */
    public PixelPolicy(Look look, boolean regionRules, boolean text, Tesseract tesseract) {
        this(look, regionRules, text, tesseract, List.of());
    }

    /**
     * The site's own places in an image.
     *
     * @param value of an attribute, also of file meta information, without padding; "" where there is none
     */
    public List<PixelBox> places(IntFunction<String> value) {
        return regions.stream().filter(r -> r.holds(value)).flatMap(r -> r.boxes().stream()).toList();
    }

    /** Which images are looked at. */
    public enum Look {
        /** every image */
        EVERYWHERE("everywhere"),
        /**
         * all but primary grey slices of CT, MR, PET and nuclear medicine that do not declare text: scanners write none into these,
         * and a false box would cost anatomy
         */
        WHERE_EXPECTED("where-expected");

        private final String key;

        Look(String key) {
            this.key = key;
        }

        /** The name used in recipes. */
        public String key() {
            return key;
        }
    }

    /** The use of a program that this product does not bring along. */
    public enum Tesseract {
        IF_INSTALLED("if-installed"), NEVER("never");

        private final String key;

        Tesseract(String key) {
            this.key = key;
        }

        /** The name used in recipes. */
        public String key() {
            return key;
        }
    }

    /** Everything that is there. */
    public static final PixelPolicy DEFAULT = new PixelPolicy(Look.EVERYWHERE, true, true, Tesseract.IF_INSTALLED);
}
