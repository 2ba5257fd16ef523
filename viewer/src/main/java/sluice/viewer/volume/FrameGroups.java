package sluice.viewer.volume;

import java.util.List;
import sluice.viewer.dicom.Elements;

/**
 * Values of one frame wherever the object keeps them: in a functional group of the frame, in one shared by all frames
 * (PS3.3 C.7.6.16), or at the top level, where objects without functional groups have them.
 */
public final class FrameGroups {
    private static final int SHARED = 0x52009229;
    private static final int PER_FRAME = 0x52009230;

    private final Elements top;
    private final Elements shared;
    private final Elements own;

    private FrameGroups(Elements top, Elements shared, Elements own) {
        this.top = top;
        this.shared = shared;
        this.own = own;
    }

    /** Those of all frames that the header describes; one that stands for all where there are no functional groups. */
    static List<FrameGroups> of(Elements top) {
        Elements shared = top.item(SHARED);
        List<Elements> items = top.items(PER_FRAME);
        return items.isEmpty() ? List.of(new FrameGroups(top, shared, Elements.NONE))
                : items.stream().map(item -> new FrameGroups(top, shared, item)).toList();
    }

    /**
     * Those of one frame.
     *
     * @param frame from 0; of an object without functional groups any
     */
    public static FrameGroups of(Elements top, int frame) {
        Elements own = Elements.NONE;
        if (isEnhanced(top)) {
            List<Elements> items = top.items(PER_FRAME);
            own = frame < items.size() ? items.get(frame) : Elements.NONE;
        }
        return new FrameGroups(top, top.item(SHARED), own);
    }

    /** Whether the object tells of each frame by itself. */
    static boolean isEnhanced(Elements top) {
        return top.has(PER_FRAME);
    }

    /** The whole data set. */
    public Elements top() {
        return top;
    }

    /** The functional group, of the frame or shared; without elements where there is none. */
    public Elements group(int sequence) {
        return own.has(sequence) ? own.item(sequence) : shared.item(sequence);
    }

    /** What holds the element: the functional group, or else the top level. */
    public Elements with(int sequence, int tag) {
        Elements group = group(sequence);
        return group.has(tag) ? group : top;
    }
}
