package sluice.viewer.codec;

import java.util.List;

/**
 * A DCT-coded frame taken apart: everything of it that a picture is made of.
 *
 * @param precision bits per sample, 8 or 12
 * @param rows lines
 * @param columns samples per line
 * @param startOfFrame the marker: 0xC0 baseline, 0xC1 extended sequential, 0xC2 progressive
 * @param components with their coefficients
 * @param scans in the order of the codestream
 * @param applicationData the APP0 and APP14 segments that say how colour is meant, cut down to that, with their markers
 */
record DctFrame(int precision, int rows, int columns, int startOfFrame, List<DctComponent> components, List<DctScan> scans,
        List<byte[]> applicationData) {

    boolean progressive() {
        return startOfFrame == 0xC2;
    }

    int largestH() {
        return components.stream().mapToInt(c -> c.h).max().orElse(1);
    }

    int largestV() {
        return components.stream().mapToInt(c -> c.v).max().orElse(1);
    }
}
