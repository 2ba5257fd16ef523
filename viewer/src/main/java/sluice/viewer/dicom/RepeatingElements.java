package sluice.viewer.dicom;

import java.util.ArrayList;
import java.util.List;

/** Rows of the registry whose tag has variable digits, such as (60xx,3000) and (0020,31xx). */
final class RepeatingElements {
    private record Row(int mask, DataDictionary.Entry entry) {}

    private final List<Row> rows = new ArrayList<>();

    /** @param pattern eight hexadecimal digits, {@code x} for a variable one */
    void add(String pattern, DataDictionary.Entry entry) {
        int mask = 0;
        for (int i = 0; i < 8; i++) {
            mask = mask << 4 | (pattern.charAt(i) == 'x' ? 0 : 0xF);
        }
        rows.add(new Row(mask, entry));
    }

    DataDictionary.Entry find(int tag) {
        for (Row row : rows) {
            if ((tag & row.mask) == row.entry.tag()) {
                return row.entry;
            }
        }
        return null;
    }
}
