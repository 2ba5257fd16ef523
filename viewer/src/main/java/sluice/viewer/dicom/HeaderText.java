package sluice.viewer.dicom;

import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Everything that a data set says, element by element and item by item in file order, for those who look for something
 * in it without knowing the toolkit. Text is decoded with the character sets that apply at its place.
 */
public final class HeaderText {
    private static final int DEEPEST = 64;

    /** Hears each element that has a value. */
    public interface Listener {
        /**
         * An element with text, or with numbers as text.
         *
         * @param vr two letters, such as {@code LO}
         * @param text all values, joined by backslashes
         */
        void text(int tag, String vr, String text);

        /** An element whose bytes have no text form: OB, OW, UN and the like. */
        void bytes(int tag, String vr, byte[] value);

        /** Whether to go into the items of this sequence. */
        default boolean enters(int sequence) {
            return true;
        }

        /** An item of a sequence begins; until its end everything heard is inside it. */
        default void itemBegins() {
            // most listeners do not care where they are
        }

        /** The item that began last ends. */
        default void itemEnds() {
            // most listeners do not care where they are
        }
    }

    private final Listener listener;

    public HeaderText(Listener listener) {
        this.listener = listener;
    }

    /** Tells the data set's elements; pixel data of the top level is not among them. */
    public void tell(DicomFile file) {
        tell(file.dataset(), 0);
    }

    private void tell(Attributes items, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (int tag : items.tags()) {
            Object value = items.getValue(tag);
            if (value instanceof Sequence sequence) {
                if (!listener.enters(tag)) {
                    continue;
                }
                for (Attributes item : sequence) {
                    listener.itemBegins();
                    tell(item, depth + 1);
                    listener.itemEnds();
                }
            } else if (items.containsValue(tag)) {
                element(items, tag, items.getVR(tag));
            }
        }
    }

    private void element(Attributes items, int tag, VR vr) {
        if (vr.isStringType() || vr == VR.AT || vr.isIntType() && !vr.isInlineBinary() || vr == VR.FL || vr == VR.FD) {
            String text = text(items, tag, vr);
            if (text != null) {
                listener.text(tag, vr.name(), text);
                return;
            }
        }
        byte[] bytes = items.getSafeBytes(tag);
        if (bytes != null) {
            listener.bytes(tag, vr.name(), bytes);
        }
    }

    private static String text(Attributes items, int tag, VR vr) {
        try {
            if (vr == VR.FL || vr == VR.FD) {
                return Arrays.toString(items.getDoubles(tag));
            }
            String[] values = items.getStrings(null, tag, vr);
            return values == null ? null : String.join("\\", values);
        } catch (RuntimeException undecodable) {
            return null;
        }
    }

    /** Whether a tag belongs to a private group (PS3.5 section 7.8). */
    public static boolean isPrivate(int tag) {
        return (tag >>> 16 & 1) == 1;
    }

    /** Whether a tag is a group length, or one of an overlay or curve group (60xx, 50xx). */
    public static boolean isGroupLengthOrPlane(int tag) {
        int group = tag >>> 16;
        return (tag & 0xFFFF) == 0 || group >= 0x6000 && group <= 0x60FF || group >= 0x5000 && group <= 0x50FF
                || tag == Tag.DataSetTrailingPadding;
    }
}
