package sluice.viewer.dicom;

import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.data.Value;

/**
 * The elements of one data set in file order, before they become {@code Attributes}. Collected first because inserting
 * into {@code Attributes} out of order moves everything behind, which a hostile file could turn into hours.
 */
final class ElementList {
    private int[] tags = new int[64];
    private VR[] vrs = new VR[64];
    private Object[] values = new Object[64];
    private int size;
    private boolean ordered = true;

    void clear() {
        Arrays.fill(values, 0, size, null);
        size = 0;
        ordered = true;
    }

    int size() {
        return size;
    }

    /** The tag added last, 0 where none is. */
    int lastTag() {
        return size == 0 ? 0 : tags[size - 1];
    }

    /** The items added last, null where the last element is no sequence. */
    SequenceItems lastItems() {
        return size > 0 && values[size - 1] instanceof SequenceItems items ? items : null;
    }

    /** @param value a {@code byte[]}, {@link SequenceItems} or {@code List<byte[]>} (fragments) */
    void add(int tag, VR vr, Object value) {
        if (size == tags.length) {
            int capacity = size * 2;
            tags = Arrays.copyOf(tags, capacity);
            vrs = Arrays.copyOf(vrs, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        if (size > 0 && Integer.compareUnsigned(tag, tags[size - 1]) <= 0) {
            ordered = false;
        }
        tags[size] = tag;
        vrs[size] = vr;
        values[size++] = value;
    }

    /** Whether the tag added last is higher than the one before. */
    boolean lastAscends() {
        return size < 2 || Integer.compareUnsigned(tags[size - 1], tags[size - 2]) > 0;
    }

    /**
     * Makes the data set. Of equal tags the first that has a value is kept.
     *
     * @param offset where the data set starts, for the report of duplicates
     */
    Attributes toAttributes(boolean bigEndian, DeviationLog log, long offset) {
        Attributes attributes = new Attributes(bigEndian, size);
        int kept = ordered ? size : sort(log, offset);
        // Attributes sorts tags as signed numbers: groups from 8000 on come first there
        int high = 0;
        while (high < kept && tags[high] >= 0) {
            high++;
        }
        for (int i = high; i < kept; i++) {
            put(attributes, i);
        }
        for (int i = 0; i < high; i++) {
            put(attributes, i);
        }
        return attributes;
    }

    /** Brings the elements into the order of their tags, drops duplicates, and returns how many are left. */
    private int sort(DeviationLog log, long offset) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (tags[i] & 0xFFFFFFFFL) << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        int kept = 0;
        for (int k = 0; k < size; k++) {
            int place = (int) (keys[k] & Integer.MAX_VALUE);
            if (kept > 0 && tags[order[kept - 1]] == tags[place]) {
                log.add(Deviation.Code.DUPLICATE_TAG, tags[place], offset);
                if (isEmpty(values[order[kept - 1]])) {
                    order[kept - 1] = place;
                }
            } else {
                order[kept++] = place;
            }
        }
        permute(order, kept);
        return kept;
    }

    private void permute(int[] order, int kept) {
        int[] oldTags = tags.clone();
        VR[] oldVrs = vrs.clone();
        Object[] oldValues = values.clone();
        for (int i = 0; i < kept; i++) {
            tags[i] = oldTags[order[i]];
            vrs[i] = oldVrs[order[i]];
            values[i] = oldValues[order[i]];
        }
    }

    private void put(Attributes attributes, int i) {
        Object value = values[i];
        if (value instanceof byte[] bytes) {
            attributes.setValue(tags[i], vrs[i], bytes.length == 0 ? Value.NULL : bytes);
        } else if (value instanceof SequenceItems items) {
            attributes.newSequence(tags[i], items.list().size()).addAll(items.list());
        } else if (value instanceof List<?> fragments) {
            attributes.newFragments(tags[i], vrs[i], fragments.size()).addAll(fragments);
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof byte[] bytes && bytes.length == 0
                || value instanceof SequenceItems items && items.list().isEmpty();
    }
}
