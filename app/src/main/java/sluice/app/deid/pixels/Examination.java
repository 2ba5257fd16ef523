package sluice.app.deid.pixels;

import java.util.List;
import sluice.app.deid.report.BlankedArea;
import sluice.viewer.codec.PixelBox;

/** What looking at the frames of an image came to. */
public sealed interface Examination {

    /** Nothing was found, and nothing speaks for text in images of this kind. */
    record Clean() implements Examination {}

    /** The recipe looks only where text is to be expected, and this is no such image. Nothing may be claimed about it. */
    record NotExpected() implements Examination {}

    /**
     * Something has to be blanked.
     *
     * @param areas where and why
     */
    record Boxes(List<BlankedArea> areas) implements Examination {

        public Boxes {
            areas = List.copyOf(areas);
        }
    }

    /**
     * A person has to look, because text may remain.
     *
     * @param reason why
     * @param areas what was found all the same, to be blanked; may be empty
     */
    record Held(Reason reason, List<BlankedArea> areas) implements Examination {

        public Held {
            areas = List.copyOf(areas);
        }
    }

    /** Why nobody can say that no text remains. */
    enum Reason {
        /** Burned In Annotation (0028,0301) says YES, and nothing was found */
        DECLARED_AND_NOT_FOUND,
        /** images of this kind commonly carry text, and there is neither a region nor a rule that says where */
        NOTHING_TO_GO_BY,
        /** there are more frames than are looked at */
        NOT_EVERY_FRAME,
        /** values that are no picture, such as floating point numbers or single bits, cannot be looked at */
        NO_PICTURE
    }

    /** Areas to blank, of whatever outcome. */
    default List<BlankedArea> blank() {
        return this instanceof Boxes b ? b.areas() : this instanceof Held h ? h.areas() : List.of();
    }

    /** The areas of one frame as boxes. */
    static List<PixelBox> boxes(List<BlankedArea> areas, int frame) {
        return areas.stream().filter(a -> a.frame() == frame || a.frame() == BlankedArea.ALL_FRAMES)
                .map(a -> new PixelBox(a.x(), a.y(), a.width(), a.height())).toList();
    }
}
