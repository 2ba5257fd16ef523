package sluice.viewer.dicom;

/**
 * How far apart neighbouring pixels are.
 *
 * @param row between the centres of two rows: downwards
 * @param column between the centres of two columns: to the right
 * @param meaning what the numbers are
 */
public record PixelSpacing(double row, double column, Meaning meaning) {

    /** What a spacing says. */
    public enum Meaning {
        /** Pixel Spacing (0028,0030): mm in the patient, or calibrated as PS3.3 10.7.1.3 says. */
        PATIENT,
        /** Imager Pixel Spacing (0018,1164) or Nominal Scanned Pixel Spacing (0018,2010): mm at the detector or on the film. */
        DETECTOR,
        /** Pixel Aspect Ratio (0028,0034) or nothing: only the ratio means something. */
        RATIO
    }

    public PixelSpacing {
        if (!(row > 0 && column > 0 && Double.isFinite(row / column) && row / column > 0)) {
            throw new IllegalArgumentException("spacings are positive");
        }
    }

    /** Whether lengths in mm may be told at all. */
    public boolean inMillimetres() {
        return meaning != Meaning.RATIO;
    }
}
