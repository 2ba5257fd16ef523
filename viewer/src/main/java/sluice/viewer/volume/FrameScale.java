package sluice.viewer.volume;

import java.util.Optional;
import sluice.viewer.dicom.Elements;

/** From stored values to those of the modality, as frames tell it. */
final class FrameScale {
    private static final int PIXEL_VALUE_TRANSFORMATION = 0x00289145;
    private static final int PHILIPS_FRAME = 0x2005140F;
    private static final String PHILIPS = "Philips MR Imaging DD 001";

    private FrameScale() {}

    /** Rescale Slope and Intercept (PS3.3 C.11.1, C.7.6.16.2.9); of RT Dose: Dose Grid Scaling (C.8.8.3). */
    static Scaling rescale(FrameGroups groups) {
        Elements e = groups.with(PIXEL_VALUE_TRANSFORMATION, 0x00281053);
        if (e.has(0x00281053)) {
            double intercept = e.has(0x00281052) ? e.number(0x00281052) : 0;
            return Scaling.of(e.number(0x00281053), intercept);
        }
        return groups.top().has(0x3004000E) ? Scaling.of(groups.top().number(0x3004000E), 0) : Scaling.NONE;
    }

    /**
     * Philips MR: Rescale Slope and Intercept make values for display. Divided by (Rescale Slope · Scale Slope), Scale Slope
     * being the private (2005,xx0E), they compare between series (Chenevert et al., Transl Oncol 2014;7:65, equation 2).
     */
    static Optional<Scaling> exact(FrameGroups groups, Scaling rescale) {
        Elements inFrame = groups.group(PHILIPS_FRAME);
        double scale = inFrame.privateNumber(PHILIPS, 0x2005000E);
        if (Double.isNaN(scale)) {
            scale = groups.top().privateNumber(PHILIPS, 0x2005000E);
        }
        double slope = 1 / scale;
        double intercept = rescale.intercept() / (rescale.slope() * scale);
        return slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept)
                ? Optional.of(new Scaling(slope, intercept)) : Optional.empty();
    }
}
