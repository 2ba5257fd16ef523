package sluice.viewer.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * A data set, or an item of a sequence, for those who don't know the toolkit: values by tag, nested items, private blocks by
 * their creator. Nothing is changed by looking ({@link RawElements}). What is missing or cannot be read is empty.
 */
public final class Elements {
    /** A data set without elements. */
    public static final Elements NONE = new Elements(new Attributes());

    private final Attributes attributes;

    private Elements(Attributes attributes) {
        this.attributes = attributes;
    }

    /** The data set of a file. */
    public static Elements of(DicomFile file) {
        return new Elements(file.dataset());
    }

    /** Whether the element is there with a value. */
    public boolean has(int tag) {
        return attributes.containsValue(tag);
    }

    /** Text of the default repertoire, values joined by backslashes, without padding; empty where there is none. */
    public String text(int tag) {
        return RawElements.ascii(attributes, tag);
    }

    /** The values of a text element of the default repertoire, without padding; none where it is absent. */
    public List<String> texts(int tag) {
        String all = text(tag);
        return all.isEmpty() ? List.of() : Arrays.stream(all.split("\\\\", -1)).map(String::strip).toList();
    }

    /** The first value as a whole number; {@code absent} where there is none. */
    public int integer(int tag, int absent) {
        return RawElements.integer(attributes, tag, absent);
    }

    /** The first value as a number, NaN where there is none. */
    public double number(int tag) {
        double[] all = numbers(tag);
        return all.length == 0 ? Double.NaN : all[0];
    }

    /** All values of an element of numbers, as text or binary; NaN for one that is none. Unsigned ones are not negative. */
    public double[] numbers(int tag) {
        VR.Holder holder = new VR.Holder();
        Object value = attributes.getValue(tag, holder);
        if (!(value instanceof byte[] bytes) || holder.vr.isStringType()) {
            return texts(tag).stream().mapToDouble(Elements::parsed).toArray();
        }
        return switch (holder.vr) {
            case US -> binary(bytes, 2, (b, i) -> b.getShort(i) & 0xFFFF);
            case SS -> binary(bytes, 2, ByteBuffer::getShort);
            case UL -> binary(bytes, 4, (b, i) -> b.getInt(i) & 0xFFFFFFFFL);
            case SL -> binary(bytes, 4, ByteBuffer::getInt);
            case FL, OF -> binary(bytes, 4, ByteBuffer::getFloat);
            case FD, OD -> binary(bytes, 8, ByteBuffer::getDouble);
            default -> new double[0];
        };
    }

    private interface At {
        double get(ByteBuffer bytes, int index);
    }

    private double[] binary(byte[] bytes, int width, At at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(attributes.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] all = new double[bytes.length / width];
        Arrays.setAll(all, i -> at.get(buffer, i * width));
        return all;
    }

    private static double parsed(String text) {
        try {
            // Java also takes "1d", "0x1p3" and "NaN", which no DS or IS may be
            return text.matches("[-+0-9.eE]+") ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The items of a sequence; none where it is absent. */
    public List<Elements> items(int tag) {
        List<Elements> items = new ArrayList<>();
        if (attributes.getValue(tag) instanceof Sequence sequence) {
            sequence.forEach(item -> items.add(new Elements(item)));
        }
        return items;
    }

    /** The first item of a sequence, {@link #NONE} where there is none. */
    public Elements item(int tag) {
        return attributes.getValue(tag) instanceof Sequence sequence && !sequence.isEmpty()
                ? new Elements(sequence.get(0)) : NONE;
    }

    /** The bytes of the value as they stand in the file, none where there are none. */
    public byte[] bytes(int tag) {
        byte[] bytes = RawElements.bytes(attributes, tag);
        return bytes == null ? new byte[0] : bytes.clone();
    }

    /**
     * The tag that a private element has in this data set (PS3.5 7.8.1), 0 where its block is not reserved here.
     *
     * @param creator the Private Creator
     * @param tag group and the low byte of the element: 0x0029_0010 stands for (0029,xx10)
     */
    public int privateTag(String creator, int tag) {
        int group = tag & 0xFFFF0000;
        for (int block = 0x10; block <= 0xFF; block++) {
            if (creator.equals(RawElements.ascii(attributes, group | block))) {
                return group | block << 8 | tag & 0xFF;
            }
        }
        return 0;
    }

    /**
     * A private number. Of implicit VR its VR is not known; then two bytes are taken for US and four for FL, as the vendors'
     * dictionaries have them for the elements that are asked for here.
     *
     * @return NaN where there is none
     */
    public double privateNumber(String creator, int tag) {
        int found = privateTag(creator, tag);
        if (found == 0 || !has(found)) {
            return Double.NaN;
        }
        VR.Holder holder = new VR.Holder();
        if (attributes.getValue(found, holder) instanceof byte[] bytes && holder.vr == VR.UN) {
            return bytes.length == 2 ? binary(bytes, 2, (b, i) -> b.getShort(i) & 0xFFFF)[0]
                    : bytes.length == 4 && !isDigits(bytes) ? binary(bytes, 4, ByteBuffer::getFloat)[0]
                    : parsed(text(found));
        }
        return number(found);
    }

    private static boolean isDigits(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).matches("[-+0-9.eE ]+");
    }
}
