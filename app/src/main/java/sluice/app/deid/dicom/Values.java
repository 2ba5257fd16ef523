package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.data.Value;
import sluice.app.deid.table.StandardVr;

/**
 * Element values as the toolkit stores them, read without its caching getters: those decode in place, and a decoded value is
 * not written back with the same bytes.
 */
final class Values {

    private static final VR[] TOOLKIT_VR = toolkitVrs();

    private Values() { }

    private static VR[] toolkitVrs() {
        StandardVr[] all = StandardVr.values();
        VR[] vrs = new VR[all.length];
        for (StandardVr vr : all) {
            vrs[vr.ordinal()] = switch (vr) {
                case OV, SV, UV -> VR.UN;
                default -> VR.valueOf(vr.name());
            };
        }
        return vrs;
    }

    /** The toolkit's VR; UN for those that it does not know. */
    static VR toolkit(StandardVr vr) {
        return TOOLKIT_VR[vr.ordinal()];
    }

    static StandardVr standard(VR vr) {
        return StandardVr.valueOf(vr.name());
    }

    static boolean isEmpty(Object value) {
        if (value == null || value == Value.NULL) {
            return true;
        }
        if (value instanceof byte[] b) {
            return b.length == 0;
        }
        if (value instanceof String s) {
            return s.isEmpty();
        }
        if (value instanceof Sequence s) {
            return s.isEmpty();
        }
        return value instanceof Fragments f && f.isEmpty();
    }

    /** The value's bytes as they are, or would be, written in the data set's byte order; null for other forms of value and text that the character set cannot hold. */
    static byte[] bytes(Attributes owner, VR vr, Object value) {
        if (value instanceof byte[] b) {
            return b;
        }
        if (value instanceof String || value instanceof String[]) {
            try {
                return vr.toBytes(value, owner.getSpecificCharacterSet(vr));
            } catch (RuntimeException e) {
                return null;
            }
        }
        return null;
    }

    /** Decoded text, several values with backslashes between them, "" if there is none. Wrongly declared bytes give odd text, never an error. */
    static String text(Attributes owner, VR vr, Object value, boolean characterSet) {
        if (value instanceof String s) {
            return s;
        }
        if (value instanceof String[] many) {
            return String.join("\\", many);
        }
        if (!(value instanceof byte[] b)) {
            return "";
        }
        if (!characterSet || isAscii(b)) {
            return new String(b, StandardCharsets.ISO_8859_1);
        }
        try {
            SpecificCharacterSet set = owner.getSpecificCharacterSet();
            return set.decode(b);
        } catch (RuntimeException e) {
            return new String(b, StandardCharsets.ISO_8859_1);
        }
    }

    /** True if the bytes are ASCII without escape sequences. */
    static boolean isAscii(byte[] b) {
        for (byte c : b) {
            if (c < 0 || c == 0x1b) {
                return false;
            }
        }
        return true;
    }
}
