package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.dicom.RawElements;

/** Where an ultrasound image shows ultrasound: the US Region Calibration Module (PS3.3 C.8.5.5). */
final class UltrasoundRegions {
    private UltrasoundRegions() {}

    /** The regions as far as they lie inside the image; none where the data set does not name any. */
    static List<PixelBox> of(Attributes image, int columns, int rows) {
        Sequence items = image.getSequence(Tag.SequenceOfUltrasoundRegions);
        List<PixelBox> regions = new ArrayList<>();
        if (items == null) {
            return regions;
        }
        for (Attributes item : items) {
            int left = RawElements.integer(item, Tag.RegionLocationMinX0, -1);
            int top = RawElements.integer(item, Tag.RegionLocationMinY0, -1);
            int right = RawElements.integer(item, Tag.RegionLocationMaxX1, -1);
            int bottom = RawElements.integer(item, Tag.RegionLocationMaxY1, -1);
            if (left >= 0 && top >= 0 && right > left && bottom > top && left < columns && top < rows) {
                regions.add(new PixelBox(left, top, Math.min(right, columns - 1) - left + 1, Math.min(bottom, rows - 1) - top + 1));
            }
        }
        return regions;
    }

    /** What no region covers, as boxes that do not overlap. */
    static List<PixelBox> outside(List<PixelBox> regions, int columns, int rows) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, rows));
        for (PixelBox r : regions) {
            edges.add(r.y());
            edges.add(r.bottom());
        }
        List<PixelBox> boxes = new ArrayList<>();
        for (int top : edges) {
            Integer bottom = edges.higher(top);
            if (bottom != null) {
                outside(regions, columns, top, bottom, boxes);
            }
        }
        return boxes;
    }

    private static void outside(List<PixelBox> regions, int columns, int top, int bottom, List<PixelBox> boxes) {
        List<PixelBox> here = regions.stream().filter(r -> r.y() <= top && r.bottom() >= bottom)
                .sorted(java.util.Comparator.comparingInt(PixelBox::x)).toList();
        int x = 0;
        for (PixelBox r : here) {
            if (r.x() > x) {
                boxes.add(new PixelBox(x, top, r.x() - x, bottom - top));
            }
            x = Math.max(x, r.right());
        }
        if (x < columns) {
            boxes.add(new PixelBox(x, top, columns - x, bottom - top));
        }
    }
}
