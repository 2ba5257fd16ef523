package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.Raster;

/**
 * Finds writing in pictures: a small trained network looks at the picture and at it made smaller, {@link TextNetwork}; cells of
 * which it is sure, with the likely ones around, become boxes. Lines of two and more letters, 5 to 30 pixels high (of pictures
 * larger than 400 pixels, to 60; than 1024, to 120), bright or dark, with or without outline; those turned by a quarter less surely. Has no state: one
 * instance serves any number of threads.
 */
public final class TextDetector {
    /** Larger pictures are looked at part by part, so that memory does not grow with them. */
    private static final int TILE = 1024;
    private static final int LARGE = 1024;
    /** In smaller pictures writing is no larger than the network sees; rows of small slices look like it from afar. */
    private static final int SMALL = 400;
    /** As far as the network sees from a cell, in pixels, rounded up to whole cells. */
    private static final int SIGHT = 64;
    private static final int LEAST_SIDE = 32;
    /** Grey levels: half of the least contrast that writing is looked for with. */
    private static final int LEAST_CONTRAST = 20;
    /** Pixels around whatever stands out. A multiple of a cell, as {@link GreyPlane#uneven}'s squares and the tile are. */
    private static final int SURROUNDINGS = 32;
    private static final float LIKELY = 0.3f;
    private static final float SURE = 0.8f;
    /** Of the picture made smaller: small writing was seen before, and what is large there has to be plain. */
    private static final float SURE_OF_LARGE = 0.93f;
    /** Of lines that run upwards or downwards: columns of vertebrae are common, and such writing is rare; large, it is not looked for. */
    private static final float SURE_OF_TURNED = 0.9f;
    /** Of a patch's cells together: less is a speck. */
    private static final float LEAST_SUM = 3;

    private final TextNetwork network;

    public TextDetector() {
        this(TextNetwork.shipped());
    }

    TextDetector(TextNetwork network) {
        this.network = network;
    }

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
        int side = Math.max(plane.width(), plane.height());
        int most = side > LARGE ? 4 : side > SMALL ? 2 : 1;
        GreyPlane smaller = plane;
        for (int scale = 1; scale <= most && Math.min(smaller.width(), smaller.height()) >= (scale == 1 ? 1 : LEAST_SIDE); scale *= 2) {
            for (Cells.Patch patch : cells(smaller).patches(LIKELY)) {
                if (isWriting(patch, scale)) {
                    boxes.add(box(patch.box(), scale, plane));
                }
            }
            smaller = smaller.halved();
        }
        return united(boxes);
    }

    private static boolean isWriting(Cells.Patch patch, int scale) {
        boolean turned = 2 * patch.box().height() >= 3 * patch.box().width();
        float sure = turned ? SURE_OF_TURNED : scale == 1 ? SURE : SURE_OF_LARGE;
        return patch.peak() >= sure && patch.sum() >= LEAST_SUM && (scale == 1 || !turned);
    }

    /**
     * How likely each cell of a picture holds writing; 0 where nothing stands out of anything. The same whether it is looked at whole
     * or part by part: parts see as far beyond themselves as the network does.
     */
    Cells cells(GreyPlane plane) {
        int cell = TextNetwork.CELL;
        Cells all = new Cells((plane.height() + cell - 1) / cell, (plane.width() + cell - 1) / cell);
        PixelBox uneven = plane.uneven(LEAST_CONTRAST, SURROUNDINGS);
        if (uneven == null) {
            return all;
        }
        for (int y = uneven.y(); y < uneven.bottom(); y += TILE) {
            for (int x = uneven.x(); x < uneven.right(); x += TILE) {
                part(plane, new PixelBox(x, y, Math.min(TILE, uneven.right() - x), Math.min(TILE, uneven.bottom() - y)), uneven, all);
            }
        }
        return all;
    }

    private void part(GreyPlane plane, PixelBox tile, PixelBox uneven, Cells all) {
        int cell = TextNetwork.CELL;
        int left = Math.max(uneven.x(), tile.x() - SIGHT);
        int top = Math.max(uneven.y(), tile.y() - SIGHT);
        int right = Math.min(uneven.right(), tile.right() + SIGHT);
        int bottom = Math.min(uneven.bottom(), tile.bottom() + SIGHT);
        Cells part = network.cells(plane.cut(new PixelBox(left, top, right - left, bottom - top)));
        for (int v = tile.y() / cell; v < Math.min(all.rows(), (tile.bottom() + cell - 1) / cell); v++) {
            for (int u = tile.x() / cell; u < Math.min(all.columns(), (tile.right() + cell - 1) / cell); u++) {
                all.set(v, u, part.get(v - top / cell, u - left / cell));
            }
        }
    }

    /** With room for what the cells at the ends only touch: smoothed edges, outlines, dots and commas, and a last thin letter. */
    private static PixelBox box(PixelBox patch, int scale, GreyPlane plane) {
        int margin = 1 + Math.min(patch.width(), patch.height()) / 4;
        int across = margin + (patch.width() >= patch.height() ? 1 : 0);
        int along = margin + (patch.height() >= patch.width() ? 1 : 0);
        int side = TextNetwork.CELL * scale;
        int left = Math.max(0, (patch.x() - across) * side);
        int top = Math.max(0, (patch.y() - along) * side);
        int right = Math.min(plane.width(), (patch.right() + across) * side);
        int bottom = Math.min(plane.height(), (patch.bottom() + along) * side);
        return new PixelBox(left, top, right - left, bottom - top);
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
        return inside(a, b) || inside(b, a) || (a.intersects(b) || besideEachOther(a, b))
                && 4 * rows >= 3 * Math.min(a.height(), b.height()) && 2 * Math.min(a.height(), b.height()) >= Math.max(a.height(), b.height());
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
