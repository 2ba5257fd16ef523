package sluice.app.qc;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.TransferSyntax;

/**
 * Overlay planes that a file with cleaned graphics (PS3.15 E.3.3) still has: each must be one of the original's with fewer marks
 * or the same, and what is left of it is looked at for the texture of writing: many strokes beside each other in a small square,
 * at three sizes. Lines and outlines have few.
 */
final class OverlayPlanes {
    private static final int DATA = 0x3000;
    /** What PS3.3 C.9.2 has, and the comments of old. */
    private static final Set<Integer> ALLOWED = Set.of(0x0010, 0x0011, 0x0015, 0x0022, 0x0040, 0x0045, 0x0050, 0x0051, 0x0100,
            0x0102, 0x1001, 0x1301, 0x1302, 0x1303, 0x1500, DATA, 0x4000);
    private static final int SQUARE = 12;
    private static final int STROKES = 50;
    private static final int SIZES = 3;

    private OverlayPlanes() {}

    /** @param original null where it cannot be read */
    static void check(DicomFile original, DicomFile written, Found found) {
        SortedMap<Integer, OverlayGroup> after = OverlayGroup.of(written);
        Map<Integer, OverlayGroup> before = after.isEmpty() || original == null ? Map.of() : OverlayGroup.of(original);
        after.forEach((group, plane) -> {
            String where = String.format("(%04X,%04X)", group, DATA);
            boolean[] marks = plane.marks(bigEndian(written));
            if (marks == null || !ALLOWED.containsAll(plane.texts().keySet())) {
                found.add(Found.Code.FORBIDDEN_GROUP, where);
                return;
            }
            if (original != null && !(before.containsKey(group) && fewer(before.get(group), bigEndian(original), plane, marks))) {
                found.add(Found.Code.OVERLAY_CHANGED, where);
            }
            if (looksLikeWriting(marks, plane)) {
                found.add(Found.Code.OVERLAY_WRITING, where);
            }
        });
    }

    private static boolean bigEndian(DicomFile file) {
        return file.transferSyntax().equals(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
    }

    private static boolean fewer(OverlayGroup before, boolean bigEndian, OverlayGroup after, boolean[] marks) {
        boolean[] first = before.marks(bigEndian);
        if (first == null || first.length != marks.length || before.number(0x0011, 0) != after.number(0x0011, 0)
                || before.number(0x0010, 0) != after.number(0x0010, 0)) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] && !first[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeWriting(boolean[] marks, OverlayGroup plane) {
        int rows = plane.number(0x0010, 0);
        int columns = plane.number(0x0011, 0);
        for (int from = 0; from < marks.length; from += rows * columns) {
            boolean[] frame = java.util.Arrays.copyOfRange(marks, from, from + rows * columns);
            int h = rows;
            int w = columns;
            for (int size = 0; size < SIZES && h > 1 && w > 1; size++) {
                if (dense(frame, h, w)) {
                    return true;
                }
                frame = halved(frame, h, w);
                h = (h + 1) / 2;
                w = (w + 1) / 2;
            }
        }
        return false;
    }

    private static boolean[] halved(boolean[] frame, int h, int w) {
        int half = (w + 1) / 2;
        boolean[] out = new boolean[(h + 1) / 2 * half];
        for (int i = 0; i < frame.length; i++) {
            out[i / w / 2 * half + i % w / 2] |= frame[i];
        }
        return out;
    }

    private static boolean dense(boolean[] frame, int h, int w) {
        for (int top = 0; top == 0 || top < h - SQUARE / 2; top += SQUARE / 2) {
            for (int left = 0; left == 0 || left < w - SQUARE / 2; left += SQUARE / 2) {
                int strokes = 0;
                for (int y = top; y < Math.min(h, top + SQUARE); y++) {
                    for (int x = left; x < Math.min(w, left + SQUARE); x++) {
                        boolean mark = frame[y * w + x];
                        strokes += mark && (x == left || !frame[y * w + x - 1]) ? 1 : 0;
                        strokes += mark && (y == top || !frame[(y - 1) * w + x]) ? 1 : 0;
                    }
                }
                if (strokes > STROKES) {
                    return true;
                }
            }
        }
        return false;
    }
}
