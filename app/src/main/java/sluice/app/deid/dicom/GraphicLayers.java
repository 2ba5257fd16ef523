package sluice.app.deid.dicom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import sluice.app.deid.pixels.OverlayPlane;
import sluice.viewer.dicom.RawElements;

/**
 * New names for graphic layers whose names identify somebody. Annotations and overlays refer to layers by name (PS3.3 C.10.5,
 * C.10.7), so one name has one replacement in the whole data set, and no two layers get the same. One object per data set.
 */
final class GraphicLayers {

    private static final int ACTIVATION_LAYER = 0x1001;

    private final Map<String, String> renamed = new HashMap<>(2);
    private Set<String> taken;

    /** True for Graphic Layer (0070,0002) and Overlay Activation Layer (60xx,1001). */
    static boolean isName(int tag) {
        return tag == Tag.GraphicLayer || OverlayPlane.isPart(tag) && (tag & 0xFFFF) == ACTIVATION_LAYER;
    }

    /**
     * The new name.
     *
     * @param level any level of the data set that is being cleaned, with all its names as they were
     */
    String rename(Attributes level, String name) {
        return renamed.computeIfAbsent(name.strip().toUpperCase(Locale.ROOT), old -> fresh(level));
    }

    private String fresh(Attributes level) {
        if (taken == null) {
            taken = new HashSet<>();
            collect(level.getRoot());
        }
        String name = Dummies.TEXT;
        for (int n = 2; !taken.add(name); n++) {
            name = Dummies.TEXT + " " + n;
        }
        return name;
    }

    private void collect(Attributes level) {
        for (int tag : level.tags()) {
            if (isName(tag)) {
                taken.add(RawElements.ascii(level, tag).toUpperCase(Locale.ROOT));
            } else if (level.getValue(tag) instanceof Sequence items) {
                items.forEach(this::collect);
            }
        }
    }
}
