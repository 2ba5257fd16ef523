package sluice.viewer.volume;

import java.util.Optional;
import sluice.viewer.dicom.Elements;

/**
 * What stored values mean in the world, as a Real World Value Mapping says (PS3.3 C.7.6.16.2.11): a straight line between the first
 * and the last value mapped. It is independent of Rescale Slope, and not applied by anything here.
 *
 * @param scaling from stored values
 * @param unit code of the unit, by UCUM as a rule; empty where there is none
 */
public record RealWorld(Scaling scaling, String unit) {
    private static final int MAPPING = 0x00409096;

    /** The first mapping of a frame; empty where there is none, or it is a table. */
    static Optional<RealWorld> of(FrameGroups groups) {
        Elements inGroup = groups.group(MAPPING);
        Elements mapping = inGroup.has(0x00409225) ? inGroup : groups.top().item(MAPPING);
        double slope = mapping.number(0x00409225);
        double intercept = mapping.number(0x00409224);
        boolean line = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
        return line ? Optional.of(new RealWorld(new Scaling(slope, intercept), mapping.item(0x004008EA).text(0x00080100)))
                : Optional.empty();
    }
}
