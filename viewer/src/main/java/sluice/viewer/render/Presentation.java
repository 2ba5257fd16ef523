package sluice.viewer.render;

import java.util.Optional;
import sluice.viewer.dicom.LookupTable;

/**
 * From levels after the VOI LUT to P-Values (PS3.3 C.11.4, C.11.6): IDENTITY, INVERSE, or a table whose inputs stretch over
 * the whole range of levels.
 *
 * @param table Presentation LUT Sequence (2050,0010), where there is one
 * @param inverse Presentation LUT Shape (2050,0020) INVERSE, or MONOCHROME1 without a presentation state; after the table
 */
public record Presentation(Optional<LookupTable> table, boolean inverse) {

    public static final Presentation IDENTITY = new Presentation(Optional.empty(), false);
    public static final Presentation INVERSE = new Presentation(Optional.empty(), true);

    /** The P-Value, 0 (least luminance) to 1, of a level of 0 to 1. */
    public double apply(double level) {
        double p = level;
        if (table.isPresent()) {
            LookupTable t = table.get();
            p = (double) t.at(t.first() + level * (t.entries().length - 1)) / t.largest();
        }
        return inverse ? 1 - p : p;
    }

    /** Black for white. */
    public Presentation inverted() {
        return new Presentation(table, !inverse);
    }
}
