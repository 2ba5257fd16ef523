package sluice.app.deid.recipe;

/**
 * How text in pixels is looked for under the Clean Pixel Data Option (PS3.15 E.3.1).
 *
 * @param regionRules whether the known places of text by manufacturer, model and size are used
 * @param text whether text is looked for in the picture itself
 * @param tesseract whether the program Tesseract helps with that
 */
public record PixelPolicy(boolean regionRules, boolean text, Tesseract tesseract) {

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
    public static final PixelPolicy DEFAULT = new PixelPolicy(true, true, Tesseract.IF_INSTALLED);
}
