package sluice.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A data set as it will stand in the file (PS3.5 clause 7): elements in tag order with VR and bytes, sequences with items. */
final class RawDataSet {

    private static final Set<String> LONG_FORM =
        Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");
    private static final Set<String> IN_CHARSET = Set.of("LO", "LT", "PN", "SH", "ST", "UC", "UT", "OB", "UN", "DS", "IS");
    private static final int UNDEFINED = -1;

    private record Element(String vr, byte[] value, List<RawDataSet> items) {
    }

    private final TreeMap<Long, Element> elements = new TreeMap<>();
    private final Charset charset;

    RawDataSet(Charset charset) {
        this.charset = charset;
    }

    /**
     * Sets an element.
     *
     * @param path tags of eight hexadecimal digits, with numbers of items between them: {@code 00400275.0.00321060}
     * @param value text as in the tables
     */
    void put(String path, String vr, String value) {
        String[] steps = path.split("\\.");
        RawDataSet at = this;
        for (int n = 0; n + 1 < steps.length; n += 2) {
            at = at.item(tag(steps[n]), Integer.parseInt(steps[n + 1]));
        }
        at.put(tag(steps[steps.length - 1]), vr, bytes(vr, value));
    }

    void put(long tag, String vr, byte[] value) {
        elements.put(tag, new Element(vr, value, null));
    }

    private static long tag(String hex) {
        return Long.parseLong(hex, 16);
    }

    private RawDataSet item(long tag, int n) {
        List<RawDataSet> items = elements.computeIfAbsent(tag, t -> new Element("SQ", null, new ArrayList<>())).items();
        while (items.size() <= n) {
            items.add(new RawDataSet(charset));
        }
        return items.get(n);
    }

    private byte[] bytes(String vr, String value) {
        if (value.startsWith("hex:")) {
            return HexFormat.of().parseHex(value.substring(4));
        }
        if (value.startsWith("utf16:")) {
            return value.substring(6).getBytes(StandardCharsets.UTF_16LE);
        }
        Little out = new Little();
        switch (vr) {
            case "US", "SS" -> Stream.of(value.split("\\\\")).mapToInt(Integer::parseInt).forEach(out::u16);
            case "FD" -> out.u64(Double.doubleToLongBits(Double.parseDouble(value)));
            default -> {
                String text = value.replace("text:", "").replace("{nul}", "\0");
                out.bytes(text.getBytes(IN_CHARSET.contains(vr) ? charset : StandardCharsets.US_ASCII));
                if (out.size() % 2 != 0) {
                    out.u8(Set.of("UI", "OB", "UN").contains(vr) ? 0 : ' ');
                }
            }
        }
        return out.toByteArray();
    }

    /**
     * The bytes of the data set.
     *
     * @param explicit explicit VR; sequences then have undefined length, and defined length in implicit VR
     * @param groupLengths whether each group begins with its length (gggg,0000), retired since 2007
     */
    byte[] encode(boolean explicit, boolean groupLengths) {
        Little all = new Little();
        Little group = new Little();
        long current = -1;
        for (var entry : elements.entrySet()) {
            if (entry.getKey() >>> 16 != current) {
                flush(all, group, current, groupLengths, explicit);
                current = entry.getKey() >>> 16;
            }
            element(group, entry.getKey(), entry.getValue(), explicit);
        }
        flush(all, group, current, groupLengths, explicit);
        return all.toByteArray();
    }

    private static void flush(Little all, Little group, long number, boolean lengths, boolean explicit) {
        if (lengths && number >= 0) {
            Little length = new Little();
            length.u32(group.size());
            header(all, number << 16, "UL", 4, explicit);
            all.bytes(length.toByteArray());
        }
        all.bytes(group.toByteArray());
        group.reset();
    }

    private static void element(Little out, long tag, Element element, boolean explicit) {
        if (element.items() == null) {
            header(out, tag, element.vr(), element.value().length, explicit);
            out.bytes(element.value());
            return;
        }
        Little items = new Little();
        for (RawDataSet item : element.items()) {
            byte[] bytes = item.encode(explicit, false);
            items.tag(0xFFFEE000L);
            items.u32(explicit ? UNDEFINED : bytes.length);
            items.bytes(bytes);
            if (explicit) {
                items.tag(0xFFFEE00DL);
                items.u32(0);
            }
        }
        header(out, tag, "SQ", explicit ? UNDEFINED : items.size(), explicit);
        out.bytes(items.toByteArray());
        if (explicit) {
            out.tag(0xFFFEE0DDL);
            out.u32(0);
        }
    }

    private static void header(Little out, long tag, String vr, int length, boolean explicit) {
        out.tag(tag);
        if (!explicit) {
            out.u32(length);
            return;
        }
        out.bytes(vr.getBytes(StandardCharsets.US_ASCII));
        if (LONG_FORM.contains(vr)) {
            out.u16(0);
            out.u32(length);
        } else {
            out.u16(length);
        }
    }

    /** Little-endian bytes being collected. */
    static final class Little extends ByteArrayOutputStream {

        void u8(int v) {
            write(v);
        }

        void u16(int v) {
            write(v);
            write(v >> 8);
        }

        void u32(int v) {
            u16(v);
            u16(v >> 16);
        }

        void u64(long v) {
            u32((int) v);
            u32((int) (v >> 32));
        }

        void tag(long tag) {
            u16((int) (tag >>> 16));
            u16((int) tag);
        }

        void bytes(byte[] b) {
            write(b, 0, b.length);
        }
    }
}
