package sluice.viewer.volume;

import java.util.EnumMap;
import java.util.Map;
import sluice.viewer.dicom.Elements;

/** What a header tells of when, or under which conditions, a frame was made: one text for each axis that it tells. */
final class Moments {
    private static final int FRAME_CONTENT = 0x00209111;
    private static final int CARDIAC = 0x00189118;
    private static final int DIFFUSION = 0x00189117;

    private Moments() {}

    /** @param dimensions which of the Dimension Index Values do not tell the place */
    static Map<TimeAxis, String> of(FrameGroups groups, boolean[] dimensions) {
        Map<TimeAxis, String> found = new EnumMap<>(TimeAxis.class);
        Elements top = groups.top();
        Elements content = groups.group(FRAME_CONTENT);
        put(found, TimeAxis.TEMPORAL_POSITION, content.has(0x00209128) ? content.numbers(0x00209128) : top.numbers(0x00200100));
        put(found, TimeAxis.ACQUISITION, content.has(0x00209156) ? content.numbers(0x00209156) : top.numbers(0x00200012));
        Elements cardiac = groups.group(CARDIAC);
        put(found, TimeAxis.TRIGGER_TIME, cardiac.has(0x00209153) ? cardiac.numbers(0x00209153) : top.numbers(0x00181060));
        put(found, TimeAxis.INVERSION_TIME, top.numbers(0x00180082));
        String diffusion = diffusion(groups);
        if (!diffusion.isEmpty()) {
            found.put(TimeAxis.DIFFUSION, diffusion);
        }
        String time = content.has(0x00189151) ? content.text(0x00189151) : content.has(0x00189074) ? content.text(0x00189074)
                : top.has(0x0008002A) ? top.text(0x0008002A) : top.text(0x00080022) + top.text(0x00080032);
        if (!time.isEmpty()) {
            found.put(TimeAxis.ACQUISITION_TIME, time);
        }
        String index = dimensions(content.numbers(0x00209157), dimensions);
        if (!index.isEmpty()) {
            found.put(TimeAxis.DIMENSION, index);
        }
        return found;
    }

    private static String diffusion(FrameGroups groups) {
        Elements group = groups.group(DIFFUSION);
        double b = groups.with(DIFFUSION, 0x00189087).number(0x00189087);
        if (Double.isNaN(b)) {
            b = groups.top().privateNumber("SIEMENS MR HEADER", 0x0019000C);
        }
        if (Double.isNaN(b)) {
            b = groups.top().privateNumber("Philips Imaging DD 001", 0x20010003);
        }
        if (Double.isNaN(b)) {
            b = groups.top().privateNumber("GEMS_PARM_01", 0x00430039) % 1e9; // GE adds flags in multiples of 10⁹
        }
        if (Double.isNaN(b)) {
            return "";
        }
        Elements gradient = group.item(0x00189076);
        double[] direction = gradient.has(0x00189089) ? gradient.numbers(0x00189089) : groups.top().numbers(0x00189089);
        return b + "/" + java.util.Arrays.toString(direction);
    }

    /** Padded, so that the order of texts is that of numbers. */
    private static String dimensions(double[] values, boolean[] wanted) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(values.length, wanted.length); i++) {
            if (wanted[i]) {
                text.append(String.format(java.util.Locale.ROOT, "%010.0f ", values[i]));
            }
        }
        return text.toString();
    }

    private static void put(Map<TimeAxis, String> found, TimeAxis axis, double[] value) {
        if (value.length > 0 && Double.isFinite(value[0])) {
            found.put(axis, Double.toString(value[0]));
        }
    }
}
