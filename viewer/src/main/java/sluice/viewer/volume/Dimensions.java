package sluice.viewer.volume;

import java.util.List;
import java.util.Set;
import sluice.viewer.dicom.Elements;

/** The Multi-frame Dimension module (PS3.3 C.7.6.17). */
final class Dimensions {
    /** Stack ID, In-Stack Position Number, Image Position (Patient), Plane Position Sequence. */
    private static final Set<Long> OF_PLACE = Set.of(0x00209056L, 0x00209057L, 0x00200032L, 0x00209113L);

    private Dimensions() {}

    /** For each of the Dimension Index Values whether it counts something else than places. */
    static boolean[] notOfPlace(Elements top) {
        List<Elements> all = top.items(0x00209222);
        boolean[] wanted = new boolean[all.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = !OF_PLACE.contains(pointer(all.get(i)));
        }
        return wanted;
    }

    /** Dimension Index Pointer; in either byte order, since the tags of places read otherwise do not occur. */
    private static long pointer(Elements item) {
        byte[] b = item.bytes(0x00209165);
        if (b.length < 4) {
            return 0;
        }
        long little = (b[1] & 0xFFL) << 24 | (b[0] & 0xFFL) << 16 | (b[3] & 0xFFL) << 8 | b[2] & 0xFFL;
        long big = (b[0] & 0xFFL) << 24 | (b[1] & 0xFFL) << 16 | (b[2] & 0xFFL) << 8 | b[3] & 0xFFL;
        return OF_PLACE.contains(big) ? big : little;
    }
}
