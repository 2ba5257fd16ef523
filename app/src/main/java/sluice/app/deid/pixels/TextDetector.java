package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.Raster;

/**
 * Finds writing in pictures without any learnt model, by what writing is: strokes of even width and brightness that stand out of
 * their surroundings as separate shapes of letters' size, beside each other on a base line. Horizontal lines of at least two
 * letters, 4 to 88 pixels high (of pictures larger than 1024 pixels, to 176); bright or dark, with or without outline or shadow.
 * Single letters, script whose letters join, and turned lines are not found. Has no state: one instance serves any number of
 * threads.
 */
public final class TextDetector {
    private static final int TILE = 1024;
    private static final int OVERLAP = 128;
    /** Smaller pictures have no large letters. */
    private static final int LEAST_SIDE = 160;
    private static final int LARGE = 1024;

    /**
     * Boxes around writing, in pixels of the frame, with a margin. They may overlap.
     *
     * @param palette of PALETTE COLOR, else null
     */
    public List<PixelBox> find(Raster raster, ImageFormat format, Palette palette) {
        List<PixelBox> boxes = new ArrayList<>();
        for (GreyPlane plane : GreyPlanes.of(raster, format, palette)) {
            boxes.addAll(find(plane));
        }
        return boxes;
    }

    List<PixelBox> find(GreyPlane plane) {
        List<PixelBox> boxes = new ArrayList<>();
        int most = Math.max(plane.width(), plane.height()) > LARGE ? 4 : 2;
        GreyPlane smaller = plane;
        for (int scale = 1; scale <= most && Math.min(smaller.width(), smaller.height()) >= (scale == 1 ? 4 : LEAST_SIDE); scale *= 2) {
            for (int y = 0; y == 0 || y < smaller.height() - OVERLAP; y += TILE - OVERLAP) {
                for (int x = 0; x == 0 || x < smaller.width() - OVERLAP; x += TILE - OVERLAP) {
                    PixelBox tile = new PixelBox(x, y, Math.min(TILE, smaller.width() - x), Math.min(TILE, smaller.height() - y));
                    for (Pass.Text text : texts(smaller.cut(tile), scale)) {
                        boxes.add(box(text, tile, scale, plane));
                    }
                }
            }
            smaller = smaller.halved();
        }
        return united(boxes);
    }

    private static List<Pass.Text> texts(GreyPlane plane, int scale) {
        List<Pass.Text> found = new ArrayList<>();
        List<Pass> passes = new ArrayList<>();
        passes.add(Pass.bright(plane, scale > 1, found));
        passes.add(Pass.bright(plane.inverted(), scale > 1, found));
        if (scale == 1) {
            passes.add(Pass.flat(plane, found));
        }
        if (!found.isEmpty()) {
            int before;
            do {
                before = found.size();
                passes.forEach(p -> p.continueLines(found));
            } while (found.size() > before);
        }
        return found;
    }

    /** With room for smoothed edges, outlines, and dots and commas at the ends. */
    private static PixelBox box(Pass.Text text, PixelBox tile, int scale, GreyPlane plane) {
        PixelBox b = text.box();
        int margin = 3 + text.height() / 4;
        PixelBox wide = new PixelBox((b.x() + tile.x()) * scale, (b.y() + tile.y()) * scale, b.width() * scale, b.height() * scale);
        return wide.grown(margin * scale, plane.width(), plane.height());
    }

    /** Boxes of one line become one, and what lies inside another goes. */
    static List<PixelBox> united(List<PixelBox> boxes) {
        List<PixelBox> all = new ArrayList<>(boxes);
        all.sort(Comparator.comparingInt(PixelBox::x).thenComparingInt(PixelBox::y));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < all.size(); i++) {
                for (int k = all.size() - 1; k > i; k--) {
                    if (ofOneLine(all.get(i), all.get(k))) {
                        all.set(i, union(all.get(i), all.remove(k)));
                        changed = true;
                    }
                }
            }
        }
        return all;
    }

    private static boolean ofOneLine(PixelBox a, PixelBox b) {
        int rows = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        return (a.intersects(b) || besideEachOther(a, b)) && 4 * rows >= 3 * Math.min(a.height(), b.height())
                && (2 * Math.min(a.height(), b.height()) >= Math.max(a.height(), b.height()) || inside(a, b) || inside(b, a));
    }

    /** No further apart than a space or a colon is wide: what stands between them goes, too. */
    private static boolean besideEachOther(PixelBox a, PixelBox b) {
        int gap = Math.max(b.x() - a.right(), a.x() - b.right());
        return 2 * gap <= Math.min(a.height(), b.height());
    }

    private static boolean inside(PixelBox a, PixelBox b) {
        return a.x() >= b.x() && a.y() >= b.y() && a.right() <= b.right() && a.bottom() <= b.bottom();
    }

    private static PixelBox union(PixelBox a, PixelBox b) {
        int x = Math.min(a.x(), b.x());
        int y = Math.min(a.y(), b.y());
        return new PixelBox(x, y, Math.max(a.right(), b.right()) - x, Math.max(a.bottom(), b.bottom()) - y);
    }
}
