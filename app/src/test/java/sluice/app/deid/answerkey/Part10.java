package sluice.app.deid.answerkey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** DICOM files (PS3.10) in little endian, explicit or implicit VR, written and read without the product's reader. */
final class Part10 {

    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final String IMPLICIT = "1.2.840.10008.1.2";
    static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    static final int PIXELS = 0x7FE0_0010;

    private static final int TRANSFER_SYNTAX = 0x0002_0010;
    private static final int PREAMBLE = 132;
    private static final int ITEM = 0xFFFE_E000;
    private static final int ITEM_END = 0xFFFE_E00D;
    private static final int SEQUENCE_END = 0xFFFE_E0DD;
    private static final Set<String> LONG = Set.of("OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UN", "UR", "UT", "SV", "UV");

    private final Set<Integer> sequences = new HashSet<>();
    private String syntax = EXPLICIT;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** Writes a file; sequences alternate between defined and undefined length. */
    void write(Path file, Item dataset, String syntax, String sopClass, String instance) throws IOException {
        Item meta = new Item();
        meta.put(Element.of(0x0002_0001, "OB", new byte[] {0, 1}));
        meta.put(Element.of(0x0002_0002, "UI", uid(sopClass)));
        meta.put(Element.of(0x0002_0003, "UI", uid(instance)));
        meta.put(Element.of(TRANSFER_SYNTAX, "UI", uid(syntax)));
        meta.put(Element.of(0x0002_0012, "UI", uid("1.2.3.4")));
        byte[] group = encode(meta, true, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[PREAMBLE - 4]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        Item length = new Item();
        length.put(Element.of(0x0002_0000, "UL", ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(group.length).array()));
        out.write(encode(length, true, 0));
        out.write(group);
        order = syntax.equals(BIG_ENDIAN) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] body = encode(dataset, !syntax.equals(IMPLICIT), 0);
        order = ByteOrder.LITTLE_ENDIAN;
        out.write(syntax.equals(DEFLATED) ? deflated(body) : body);
        Files.createDirectories(file.getParent());
        Files.write(file, out.toByteArray());
    }

    private static byte[] deflated(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true))) {
            deflating.write(body);
        }
        if (out.size() % 2 == 1) {
            out.write(0);
        }
        return out.toByteArray();
    }

    /** The bytes of a value in the other byte order: the key holds all values in little endian. */
    private byte[] ordered(byte[] value, String vr) {
        int width = order == ByteOrder.LITTLE_ENDIAN ? 1 : switch (vr) {
            case "US", "SS", "OW", "AT" -> 2;
            case "UL", "SL", "FL", "OF", "OL" -> 4;
            case "FD", "OD", "OV", "SV", "UV" -> 8;
            default -> 1;
        };
        byte[] turned = value.clone();
        for (int i = 0; i < value.length; i++) {
            turned[i] = value[i / width * width + width - 1 - i % width];
        }
        return turned;
    }

    private static byte[] uid(String uid) {
        return padded(uid.getBytes(StandardCharsets.US_ASCII), "UI");
    }

    static byte[] padded(byte[] value, String vr) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] even = java.util.Arrays.copyOf(value, value.length + 1);
        even[value.length] = (byte) (vr.startsWith("O") || vr.startsWith("U") && !vr.equals("UT") ? 0 : ' ');
        return even;
    }

    private byte[] encode(Item item, boolean explicit, int depth) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Element e : item.elements()) {
            if (e.isSequence()) {
                sequences.add(e.tag());
                boolean undefined = (depth + e.items().size()) % 2 == 0;
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                for (Item inner : e.items()) {
                    byte[] bytes = encode(inner, explicit, depth + 1);
                    head(body, ITEM, undefined ? -1 : bytes.length);
                    body.write(bytes);
                    if (undefined) {
                        head(body, ITEM_END, 0);
                    }
                }
                if (undefined) {
                    head(body, SEQUENCE_END, 0);
                }
                header(out, e.tag(), "SQ", undefined ? -1 : body.size(), explicit);
                out.write(body.toByteArray());
            } else if (e.encapsulated()) {
                header(out, e.tag(), e.vr(), -1, explicit);
                out.write(e.value());
            } else {
                byte[] value = padded(e.value(), e.vr());
                header(out, e.tag(), e.vr(), value.length, explicit);
                out.write(ordered(value, e.vr()));
            }
        }
        return out.toByteArray();
    }

    private void head(ByteArrayOutputStream out, int tag, int length) {
        out.writeBytes(ByteBuffer.allocate(8).order(order).putShort((short) (tag >>> 16)).putShort((short) tag)
                .putInt(length).array());
    }

    private void header(ByteArrayOutputStream out, int tag, String vr, int length, boolean explicit) {
        if (!explicit) {
            head(out, tag, length);
            return;
        }
        ByteBuffer b = ByteBuffer.allocate(12).order(order).putShort((short) (tag >>> 16)).putShort((short) tag);
        b.put(vr.getBytes(StandardCharsets.US_ASCII));
        if (LONG.contains(vr)) {
            b.putShort((short) 0).putInt(length);
        } else {
            b.putShort((short) length);
        }
        out.write(b.array(), 0, b.position());
    }

    /** Reads a whole file; in implicit VR only sequences that were written before, or have undefined length, are known as such. */
    Item read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        in.position(PREAMBLE);
        Item meta = new Item();
        while (in.remaining() > 4 && in.getShort(in.position()) == 2) {
            element(in, meta, true);
        }
        syntax = new String(meta.get(TRANSFER_SYNTAX).value(), StandardCharsets.US_ASCII).trim();
        Item all = new Item();
        order = syntax.equals(BIG_ENDIAN) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer body = (syntax.equals(DEFLATED) ? inflated(in) : in).order(order);
        while (body.hasRemaining()) {
            element(body, all, !syntax.equals(IMPLICIT));
        }
        order = ByteOrder.LITTLE_ENDIAN;
        return all;
    }

    private static ByteBuffer inflated(ByteBuffer in) throws IOException {
        InputStream deflated = new ByteArrayInputStream(in.array(), in.position(), in.remaining());
        return ByteBuffer.wrap(new InflaterInputStream(deflated, new Inflater(true)).readAllBytes());
    }

    /** Transfer syntax of the file that was read last. */
    String syntax() {
        return syntax;
    }

    private int element(ByteBuffer in, Item into, boolean explicit) {
        int tag = in.getShort() << 16 | in.getShort() & 0xFFFF;
        if (tag >>> 16 == 0xFFFE) {
            in.getInt();
            return tag;
        }
        String vr = "";
        int length;
        if (explicit) {
            vr = "" + (char) in.get() + (char) in.get();
            if (LONG.contains(vr)) {
                in.getShort();
                length = in.getInt();
            } else {
                length = in.getShort() & 0xFFFF;
            }
        } else {
            length = in.getInt();
        }
        boolean sequence = vr.equals("SQ") || !explicit && sequences.contains(tag) || length == -1 && tag != PIXELS;
        if (sequence) {
            into.put(Element.sequence(tag, items(in, length, explicit && !vr.equals("UN"))));
        } else if (length == -1) {
            into.put(Element.fragments(tag, vr, fragments(in)));
        } else {
            byte[] value = new byte[length];
            in.get(value);
            into.put(Element.of(tag, vr, ordered(value, vr)));
        }
        return tag;
    }

    private List<Item> items(ByteBuffer in, int length, boolean explicit) {
        List<Item> items = new ArrayList<>();
        int end = length == -1 ? Integer.MAX_VALUE : in.position() + length;
        while (in.position() < end) {
            int tag = in.getShort() << 16 | in.getShort() & 0xFFFF;
            int size = in.getInt();
            if (tag == SEQUENCE_END) {
                break;
            }
            Item item = new Item();
            int stop = size == -1 ? Integer.MAX_VALUE : in.position() + size;
            while (in.position() < stop && element(in, item, explicit) != ITEM_END) {
                continue;
            }
            items.add(item);
        }
        return items;
    }

    private static byte[] fragments(ByteBuffer in) {
        int start = in.position();
        while (true) {
            int tag = in.getShort() << 16 | in.getShort() & 0xFFFF;
            in.position(in.position() + 4 + in.getInt(in.position()));
            if (tag == SEQUENCE_END) {
                byte[] all = new byte[in.position() - start];
                in.get(start, all);
                return all;
            }
        }
    }
}
