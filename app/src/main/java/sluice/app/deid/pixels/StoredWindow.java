package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.viewer.dicom.RawElements;

/**
 * A part of the range of values in which an image is displayed (PS3.3 C.11.2). Writing that is plain there may be faint in the whole
 * range: 60 HU are 40 grey levels of a window of 400 HU, and 4 of all 4,096 values.
 *
 * @param low first stored value, black
 * @param high last stored value, white; larger than low
 */
record StoredWindow(double low, double high) {
    private static final int MOST = 2;
    private static final double SOFT_TISSUE_CENTRE = 40;
    private static final double SOFT_TISSUE_WIDTH = 400;

    /**
     * Those that the data set tells, of multi-frame images those of all frames or of the first; at most two. Of CT without any, that of
     * soft tissue. Numbers that are none are passed over.
     */
    static List<StoredWindow> of(Attributes dataset) {
        List<Attributes> places = places(dataset);
        double slope = number(places, Tag.RescaleSlope, 0, 1);
        double intercept = number(places, Tag.RescaleIntercept, 0, 0);
        List<StoredWindow> windows = new ArrayList<>();
        if (!(Math.abs(slope) > 0)) {
            return windows;
        }
        for (int i = 0; i < MOST; i++) {
            add(windows, number(places, Tag.WindowCenter, i, Double.NaN), number(places, Tag.WindowWidth, i, Double.NaN), slope, intercept);
        }
        if (windows.isEmpty() && RawElements.ascii(dataset, Tag.Modality).equals("CT")) {
            add(windows, SOFT_TISSUE_CENTRE, SOFT_TISSUE_WIDTH, slope, intercept);
        }
        return windows;
    }

    /** The data set and what its functional groups say of frames (PS3.3 C.7.6.16.2.9 and 2.10). */
    private static List<Attributes> places(Attributes dataset) {
        List<Attributes> places = new ArrayList<>(List.of(dataset));
        for (int groups : new int[] {Tag.SharedFunctionalGroupsSequence, Tag.PerFrameFunctionalGroupsSequence}) {
            Attributes group = dataset.getNestedDataset(groups);
            for (int macro : new int[] {Tag.FrameVOILUTSequence, Tag.PixelValueTransformationSequence}) {
                Attributes item = group == null ? null : group.getNestedDataset(macro);
                if (item != null) {
                    places.add(item);
                }
            }
        }
        return places;
    }

    private static void add(List<StoredWindow> windows, double centre, double width, double slope, double intercept) {
        double a = (centre - width / 2 - intercept) / slope;
        double b = (centre + width / 2 - intercept) / slope;
        StoredWindow window = new StoredWindow(Math.min(a, b), Math.max(a, b));
        if (width > 1 && Double.isFinite(a) && Double.isFinite(b) && window.high > window.low && !windows.contains(window)) {
            windows.add(window);
        }
    }

    private static double number(List<Attributes> places, int tag, int index, double absent) {
        for (Attributes place : places) {
            String[] values = RawElements.strings(place, tag);
            if (values.length > index && values[index] != null) {
                try {
                    return Double.parseDouble(values[index].strip());
                } catch (NumberFormatException none) {
                    return absent;
                }
            }
        }
        return absent;
    }
}
