package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import sluice.app.deid.report.BlankedArea;
import sluice.app.deid.report.BlankedArea.Cause;
import sluice.viewer.codec.PixelBox;

/**
 * What was found in the frames of a moving picture. Writing stays where it is from frame to frame, and is seen in more than one
 * of them: it is blanked in all, because the detector may have missed it in some. What was seen in one frame only is blanked
 * there; in every frame, a chance find would cost a whole loop its anatomy.
 */
final class FrameFinds {

    private record Find(int frame, PixelBox box) { }

    private final List<Find> finds = new ArrayList<>();

    void add(int frame, List<PixelBox> boxes) {
        for (PixelBox box : boxes) {
            finds.add(new Find(frame, box));
        }
    }

    boolean isEmpty() {
        return finds.isEmpty();
    }

    /** @param few whether there are too few frames for a find to be seen again */
    List<BlankedArea> areas(boolean few) {
        List<BlankedArea> areas = new ArrayList<>();
        for (Find find : finds) {
            boolean stays = few || finds.stream().anyMatch(other -> other.frame() != find.frame() && same(find.box(), other.box()));
            PixelBox box = find.box();
            BlankedArea area = new BlankedArea(stays ? BlankedArea.ALL_FRAMES : find.frame(), box.x(), box.y(), box.width(),
                    box.height(), Cause.TEXT);
            if (areas.stream().noneMatch(a -> covers(a, area))) {
                areas.removeIf(a -> covers(area, a));
                areas.add(area);
            }
        }
        return areas;
    }

    /** Whether two boxes share at least half of the smaller one. */
    private static boolean same(PixelBox a, PixelBox b) {
        long width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        long height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        long smaller = Math.min((long) a.width() * a.height(), (long) b.width() * b.height());
        return width > 0 && height > 0 && 2 * width * height >= smaller;
    }

    private static boolean covers(BlankedArea a, BlankedArea b) {
        return (a.frame() == BlankedArea.ALL_FRAMES || a.frame() == b.frame()) && a.x() <= b.x() && a.y() <= b.y()
                && a.x() + a.width() >= b.x() + b.width() && a.y() + a.height() >= b.y() + b.height();
    }
}
