package sluice.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;

/** Writes elements byte by byte, right or wrong, and compares data sets. */
final class RawBytes {
    static final long UNDEFINED = 0xFFFFFFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean bigEndian;

    private RawBytes(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    static RawBytes little() {
        return new RawBytes(false);
    }

    static RawBytes big() {
        return new RawBytes(true);
    }

    RawBytes u16(int value) {
        out.write(bigEndian ? value >> 8 : value);
        out.write(bigEndian ? value : value >> 8);
        return this;
    }

    RawBytes u32(long value) {
        int v = (int) value;
        return bigEndian ? u16(v >>> 16).u16(v) : u16(v).u16(v >>> 16);
    }

    RawBytes bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    RawBytes text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawBytes tag(int tag) {
        return u16(tag >>> 16).u16(tag);
    }

    /** The header of an explicit element, in the form that its VR has. */
    RawBytes header(int tag, String vr, long length) {
        tag(tag).text(vr);
        boolean longForm = "OB OW OD OF OL OV SQ SV UC UN UR UT UV".contains(vr);
        return longForm ? u16(0).u32(length) : u16((int) length);
    }

    RawBytes explicit(int tag, String vr, byte... value) {
        return header(tag, vr, value.length).bytes(value);
    }

    RawBytes explicit(int tag, String vr, String value) {
        return explicit(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawBytes implicit(int tag, byte... value) {
        return tag(tag).u32(value.length).bytes(value);
    }

    RawBytes implicit(int tag, String value) {
        return implicit(tag, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawBytes item(long length) {
        return tag(0xFFFEE000).u32(length);
    }

    RawBytes endItem() {
        return tag(0xFFFEE00D).u32(0);
    }

    RawBytes endSequence() {
        return tag(0xFFFEE0DD).u32(0);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    int size() {
        return out.size();
    }

    /** A whole file around the data set: preamble, prefix, group 0002 with this Transfer Syntax. */
    byte[] file(String transferSyntax) {
        String uid = transferSyntax.length() % 2 == 0 ? transferSyntax : transferSyntax + "\0";
        byte[] meta = little().explicit(0x00020010, "UI", uid).toBytes();
        return little().bytes(new byte[128]).text("DICM").header(0x00020000, "UL", 4).u32(meta.length).bytes(meta)
                .bytes(toBytes()).toBytes();
    }

    /** Whether two data sets hold the same bytes under the same tags and VRs; one byte of padding does not matter. */
    static String difference(Attributes a, Attributes b) {
        if (!Arrays.equals(a.tags(), b.tags())) {
            return "other tags";
        }
        for (int tag : a.tags()) {
            String where = String.format("(%04X,%04X) ", tag >>> 16, tag & 0xFFFF);
            if (a.getVR(tag) != b.getVR(tag)) {
                return where + a.getVR(tag) + " and " + b.getVR(tag);
            }
            String found = difference(a.getValue(tag), b.getValue(tag));
            if (found != null) {
                return where + found;
            }
        }
        return null;
    }

    private static String difference(Object a, Object b) {
        if (a instanceof Sequence x && b instanceof Sequence y) {
            if (x.size() != y.size()) {
                return x.size() + " and " + y.size() + " items";
            }
            for (int i = 0; i < x.size(); i++) {
                String found = difference(x.get(i), y.get(i));
                if (found != null) {
                    return "item " + i + " " + found;
                }
            }
            return null;
        }
        if (a instanceof Fragments x && b instanceof Fragments y) {
            for (int i = 0; i < Math.max(x.size(), y.size()); i++) {
                if (x.size() != y.size() || difference(x.get(i), y.get(i)) != null) {
                    return "other fragments";
                }
            }
            return null;
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            boolean same = Arrays.equals(x, y)
                    || x.length % 2 == 1 && Arrays.equals(x, Arrays.copyOf(y, x.length))
                            && y.length == x.length + 1;
            return same ? null : x.length + " and " + y.length + " other bytes";
        }
        return a.equals(b) ? null : "other values";
    }
}
