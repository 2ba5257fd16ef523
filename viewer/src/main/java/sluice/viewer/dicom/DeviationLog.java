package sluice.viewer.dicom;

import java.util.ArrayList;
import java.util.List;

/** Collects the deviations of one file, a bounded number of them. */
final class DeviationLog {
    private static final int MOST = 500;

    private final List<Deviation> entries = new ArrayList<>(0);

    void add(Deviation.Code code, int tag, long offset) {
        if (entries.size() < MOST) {
            entries.add(new Deviation(code, tag, offset));
        } else if (entries.size() == MOST) {
            entries.add(new Deviation(Deviation.Code.MORE, tag, offset));
        }
    }

    int size() {
        return entries.size();
    }

    /** Forgets what was added after there were {@code size}. */
    void backTo(int size) {
        entries.subList(size, entries.size()).clear();
    }

    List<Deviation> toList() {
        return List.copyOf(entries);
    }
}
