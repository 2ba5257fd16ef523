package sluice.viewer.render;

import java.util.Arrays;
import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;

/**
 * The slices of a picture as arrays of 16-bit words.
 *
 * @param slices by third index; null where the picture needs none
 * @param signed two's complement
 * @param slopes what the values are multiplied with, by third index
 * @param intercepts what is added then
 * @param padding stored values that are no part of the image
 */
record WordSlices(short[][] slices, boolean signed, double[] slopes, double[] intercepts, Optional<PixelPadding> padding) {

    /**
     * Empty where the samples are no words.
     *
     * @param rescales by third index, or null for stored values
     */
    static Optional<WordSlices> of(Samples[] samples, Rescale[] rescales, Optional<PixelPadding> padding) {
        short[][] slices = new short[samples.length][];
        double[] slopes = new double[samples.length];
        double[] intercepts = new double[samples.length];
        Arrays.fill(slopes, 1);
        boolean signed = false;
        for (int k = 0; k < samples.length; k++) {
            if (samples[k] instanceof Samples.Words words) {
                slices[k] = words.values();
                signed = words.signed();
            } else if (samples[k] != null) {
                return Optional.empty();
            }
            if (rescales != null && rescales[k] != null) {
                slopes[k] = rescales[k].slope();
                intercepts[k] = rescales[k].intercept();
            }
        }
        return Optional.of(new WordSlices(slices, signed, slopes, intercepts, padding));
    }

    /** Whether any slice has a slope or an intercept. */
    boolean scaled() {
        return Arrays.stream(slopes).anyMatch(v -> v != 1) || Arrays.stream(intercepts).anyMatch(v -> v != 0);
    }
}
