package sluice.viewer.dicom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * The registry of data elements, PS3.6, and the command elements of PS3.7 Annex E: VR, VM, keyword and name by tag, with
 * the repeating groups and elements resolved. Private elements are not in it. Immutable; the table is loaded at the first
 * call of {@link #standard()}.
 */
public final class DataDictionary {
    private static final int SLOTS = 1 << 14;

    private final int[] tags = new int[SLOTS];
    private final Entry[] entries = new Entry[SLOTS];
    private final Map<String, Integer> byKeyword = new HashMap<>();
    private final RepeatingElements repeating = new RepeatingElements();

    /**
     * One row of the registry.
     *
     * @param tag the tag, of a repeating element with its variable digits 0
     * @param vr as in the standard, alternatives parted by a slash: {@code US/SS}; {@code -} for structural elements
     * @param vm as in the standard: {@code 1-n}
     */
    public record Entry(int tag, String vr, String vm, String keyword, String name, boolean retired) {
        /** Whether a data set may declare these two letters for the element. */
        boolean allows(int code) {
            char first = (char) (code >> 8);
            char second = (char) (code & 0xFF);
            for (int i = 0; i + 1 < vr.length(); i += 3) {
                if (vr.charAt(i) == first && vr.charAt(i + 1) == second) {
                    return true;
                }
            }
            return false;
        }

        /** The first or only VR as two letters in one number. */
        int code() {
            return vr.length() < 2 ? VrCode.UN : VrCode.of(vr);
        }

        boolean isSequence() {
            return vr.equals("SQ");
        }
    }

    private static final class Holder {
        static final DataDictionary STANDARD = new DataDictionary();
    }

    private DataDictionary() {
        for (String[] row : Resources.rows("data-elements.tsv", 6)) {
            int tag = (int) Long.parseLong(row[0].replace('x', '0'), 16);
            Entry entry = new Entry(tag, row[1], row[2], row[3], row[4], row[5].equals("R"));
            byKeyword.put(entry.keyword(), tag);
            if (row[0].indexOf('x') >= 0) {
                repeating.add(row[0], entry);
            } else {
                int slot = slot(tag);
                tags[slot] = tag;
                entries[slot] = entry;
            }
        }
    }

    /** The registry that comes with this library. */
    public static DataDictionary standard() {
        return Holder.STANDARD;
    }

    /** The row for a tag, also for one of a repeating group; empty for private and unknown elements. */
    public Optional<Entry> entry(int tag) {
        return Optional.ofNullable(find(tag));
    }

    /** The tag of a keyword, of a repeating element with its variable digits 0. */
    public OptionalInt tagOf(String keyword) {
        Integer tag = byKeyword.get(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /**
     * The VR in a form that {@code Attributes} can hold. Of alternatives the one that Implicit VR Little Endian implies
     * (PS3.5 A.1): OW for OB/OW, US for US/SS; private creators LO, group lengths UL, everything unknown and the VRs SV,
     * UV and OV: UN.
     */
    public VR vrOf(int tag) {
        return VrCode.vr(implicitCode(tag, false));
    }

    Entry find(int tag) {
        int slot = slot(tag);
        Entry entry = entries[slot];
        if (entry != null && tags[slot] == tag) {
            return entry;
        }
        return Tags.isPrivate(tag) ? null : repeating.find(tag);
    }

    /** As {@link #vrOf}, as letters, with the choice between US and SS made by Pixel Representation. */
    int implicitCode(int tag, boolean signedPixels) {
        if (Tags.isGroupLength(tag)) {
            return 'U' << 8 | 'L';
        }
        if (Tags.isPrivateCreator(tag)) {
            return 'L' << 8 | 'O';
        }
        Entry entry = find(tag);
        if (entry == null) {
            return VrCode.UN;
        }
        return switch (entry.vr()) {
            case "OB/OW", "US/OW", "US/SS/OW" -> 'O' << 8 | 'W';
            case "US/SS" -> signedPixels ? 'S' << 8 | 'S' : 'U' << 8 | 'S';
            default -> entry.code();
        };
    }

    private int slot(int tag) {
        int slot = (tag * 0x9E3779B1) >>> 18;
        while (entries[slot] != null && tags[slot] != tag) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
