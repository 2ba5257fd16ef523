package sluice.viewer.volume;

import sluice.viewer.dicom.Elements;

/**
 * Where the frames of a multi-frame object without functional groups lie along the normal: RT Dose (PS3.3 C.8.8.3.2, Grid Frame
 * Offset Vector) and reconstructed nuclear medicine (C.8.4.8 and C.8.4.15, Slice Vector and Spacing Between Slices).
 *
 * @param detector the item that holds position and orientation in nuclear medicine; without elements otherwise
 * @param offsets mm from the first frame, by frame
 * @param moments time slot of each frame, null where there is one
 */
record FrameOffsets(Elements detector, double[] offsets, String[] moments) {

    /** @return null where the object has nothing of the kind, such as a single frame */
    static FrameOffsets of(Elements top, int frames) {
        double[] grid = top.numbers(0x3004000C);
        if (grid.length >= frames && frames > 0 && grid.length > 0) {
            double[] relative = new double[frames];
            for (int f = 0; f < frames; f++) {
                relative[f] = grid[f] - grid[0];
            }
            return new FrameOffsets(Elements.NONE, relative, null);
        }
        double[] slices = top.numbers(0x00540080);
        double spacing = top.number(0x00180088);
        if (slices.length < frames || frames < 2 || !Double.isFinite(spacing) || spacing == 0) {
            return null;
        }
        double[] times = top.numbers(0x00540070);
        String[] moments = times.length >= frames ? new String[frames] : null;
        double[] offsets = new double[frames];
        for (int f = 0; f < frames; f++) {
            offsets[f] = (slices[f] - slices[0]) * spacing;
            if (moments != null) {
                moments[f] = Double.toString(times[f]);
            }
        }
        return new FrameOffsets(top.item(0x00540022), offsets, moments);
    }

    double offset(int frame) {
        return offsets[frame];
    }

    String moment(int frame) {
        return moments == null ? null : moments[frame];
    }
}
