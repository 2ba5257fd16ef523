package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;

/** The functional groups that apply to a frame (PS3.3 C.7.6.16.1): its own first, then those that all frames share. */
final class FrameGroups {
    private static final int SHARED = 0x52009229;
    private static final int PER_FRAME = 0x52009230;
    private final Attributes top;
    private final Attributes own;
    private final Attributes shared;

    /** @param frame from 0 */
    FrameGroups(Attributes top, int frame) {
        this.top = top;
        this.own = item(top, PER_FRAME, frame);
        this.shared = item(top, SHARED, 0);
    }

    /** The first item of a functional group's sequence; the top level where no group has it. */
    Attributes group(int sequence) {
        Attributes found = own == null ? null : item(own, sequence, 0);
        if (found == null && shared != null) {
            found = item(shared, sequence, 0);
        }
        return found == null ? top : found;
    }

    /** An item of a sequence; null where there is none. */
    static Attributes item(Attributes from, int sequence, int index) {
        return from.getValue(sequence) instanceof Sequence items && index < items.size() ? items.get(index) : null;
    }
}
