package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** Decimal numbers (DS, IS, FL, FD) read without changing what is held. */
final class Decimals {
    private Decimals() {}

    /** All values; one that is no number is NaN. */
    static double[] all(Attributes from, int tag) {
        VR.Holder holder = new VR.Holder();
        Object value = from.getValue(tag, holder);
        if (value instanceof byte[] bytes && (holder.vr == VR.FD || holder.vr == VR.FL)) {
            int width = holder.vr == VR.FD ? 8 : 4;
            double[] numbers = new double[bytes.length / width];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = width == 8 ? Double.longBitsToDouble(Bytes.i64(bytes, 8 * i, from.bigEndian()))
                        : Float.intBitsToFloat(Bytes.i32(bytes, 4 * i, from.bigEndian()));
            }
            return numbers;
        }
        String text = RawElements.ascii(from, tag);
        if (text.isEmpty()) {
            return new double[0];
        }
        String[] parts = text.split("\\\\", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = number(parts[i]);
        }
        return numbers;
    }

    /** The first value; {@code absent} where there is none or it is no number. */
    static double first(Attributes from, int tag, double absent) {
        double[] all = all(from, tag);
        return all.length == 0 || Double.isNaN(all[0]) ? absent : all[0];
    }

    /** Only what DS allows (PS3.5 6.2): {@code parseDouble} also takes NaN, hexadecimal numbers and suffixes. */
    private static double number(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if ("0123456789+-.eE".indexOf(stripped.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(stripped);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
