package sluice.viewer.dicom;

import java.io.IOException;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Tag, VR and length of the element at a position (PS3.5 7.1), in whatever form that element really has. One instance is
 * used over and over, so callers copy what they need before the next {@link #read}.
 */
final class ElementHeader {
    int tag;
    /** The VR as two letters; of an implicit element the dictionary's. */
    int code;
    VR vr;
    /** Length of the value in bytes, or {@link Tags#UNDEFINED}. */
    long length;
    /** Bytes from the tag to the value. */
    int size;
    /** How this element is encoded. */
    Encoding encoding;

    private final ByteSource source;
    private final DataDictionary dictionary;
    private final DeviationLog log;

    ElementHeader(ByteSource source, DataDictionary dictionary, DeviationLog log) {
        this.source = source;
        this.dictionary = dictionary;
        this.log = log;
    }

    /**
     * Reads the header at {@code position}.
     *
     * @param signedPixels whether Pixel Representation says that US/SS means SS
     */
    void read(long position, Encoding expected, boolean signedPixels) throws IOException {
        int i = source.at(position, 8, DicomException.NO_TAG);
        byte[] b = source.window;
        tag = Bytes.tag(b, i, expected.bigEndian);
        encoding = expected;
        size = 8;
        if (Tags.isStructural(tag)) {
            length = Bytes.u32(b, i + 4, expected.bigEndian);
            return;
        }
        code = letters(b, i);
        if (expected.explicit) {
            if (VrCode.isKnown(code)) {
                explicit(position);
            } else {
                withoutKnownVr(position, signedPixels);
            }
        } else {
            length = Bytes.u32(b, i + 4, expected.bigEndian);
            if (VrCode.isKnown(code) && isExplicitAfterAll(position)) {
                log.add(Deviation.Code.VR_FORM_SWITCHED, tag, position);
                encoding = expected.switched();
                explicit(position);
            } else {
                implicit(signedPixels);
            }
        }
        vr = VrCode.vr(code);
    }

    private static int letters(byte[] b, int i) {
        return (b[i + 4] & 0xFF) << 8 | b[i + 5] & 0xFF;
    }

    private void implicit(boolean signedPixels) {
        code = dictionary.implicitCode(tag, signedPixels);
    }

    private void explicit(long position) throws IOException {
        if (VrCode.hasLongForm(code)) {
            longForm(position);
        } else {
            shortForm(position);
        }
    }

    private void shortForm(long position) throws IOException {
        int i = source.at(position, 8, tag);
        size = 8;
        length = Bytes.u16(source.window, i + 6, encoding.bigEndian);
    }

    private void longForm(long position) throws IOException {
        int i = source.at(position, 8, tag);
        int reserved = Bytes.u16(source.window, i + 6, encoding.bigEndian);
        if (source.has(position, 12)) {
            i = source.at(position, 12, tag);
            size = 12;
            length = Bytes.u32(source.window, i + 8, encoding.bigEndian);
            if (reserved == 0 || length == Tags.UNDEFINED || source.has(position + 12, length)) {
                return;
            }
        }
        if (reserved == 0 || !source.has(position + 8, reserved)) {
            throw new DicomException(DicomException.Reason.TRUNCATED, tag, position,
                    "The file ends before the value does");
        }
        log.add(Deviation.Code.VR_LENGTH_FORM, tag, position);
        shortForm(position);
    }

    /** Explicit was expected and the two letters are none that the standard knows. */
    private void withoutKnownVr(long position, boolean signedPixels) throws IOException {
        int i = source.at(position, 8, tag);
        long implicitLength = Bytes.u32(source.window, i + 4, encoding.bigEndian);
        int shortLength = Bytes.u16(source.window, i + 6, encoding.bigEndian);
        boolean letters = VrCode.isLetters(code);
        if (!letters && endsWell(position + 8, implicitLength)) {
            switchToImplicit(position, implicitLength, signedPixels);
            return;
        }
        if (shortLength == 0 && source.has(position, 12)) {
            int j = source.at(position, 12, tag);
            long longLength = Bytes.u32(source.window, j + 8, encoding.bigEndian);
            if (endsWell(position + 12, longLength)) {
                size = 12;
                length = longLength;
                invalidVr(position, signedPixels);
                return;
            }
        }
        if (endsWell(position + 8, shortLength)) {
            length = shortLength;
            invalidVr(position, signedPixels);
        } else if (letters && endsWell(position + 8, implicitLength) || Tags.isPixelData(tag)) {
            switchToImplicit(position, implicitLength, signedPixels);
        } else {
            throw new DicomException(DicomException.Reason.CORRUPT, tag, position,
                    "The element has no valid VR and no plausible length");
        }
    }

    private void invalidVr(long position, boolean signedPixels) {
        log.add(Deviation.Code.VR_INVALID, tag, position);
        code = dictionary.implicitCode(tag, signedPixels);
    }

    private void switchToImplicit(long position, long implicitLength, boolean signedPixels) {
        log.add(Deviation.Code.VR_FORM_SWITCHED, tag, position);
        encoding = encoding.switched();
        length = implicitLength;
        implicit(signedPixels);
    }

    /** Two bytes of an implicit length that look like a VR: are they one? Only where the length makes no sense. */
    private boolean isExplicitAfterAll(long position) throws IOException {
        if (endsWell(position + 8, length)) {
            return false;
        }
        int i = source.at(position, 8, tag);
        if (!VrCode.hasLongForm(code)) {
            return endsWell(position + 8, Bytes.u16(source.window, i + 6, encoding.bigEndian));
        }
        if (!source.has(position, 12)) {
            return false;
        }
        i = source.at(position, 12, tag);
        return endsWell(position + 12, Bytes.u32(source.window, i + 8, encoding.bigEndian));
    }

    /** Whether a value of this length is followed by something that may follow {@link #tag}. */
    private boolean endsWell(long value, long valueLength) throws IOException {
        if (valueLength == Tags.UNDEFINED) {
            return source.has(value, 8) && Tags.isStructural(tagAt(value));
        }
        if (!source.has(value, valueLength)) {
            return false;
        }
        long next = value + valueLength;
        if (!source.has(next, 8)) {
            return !source.has(next, 1);
        }
        int following = tagAt(next);
        return Tags.isStructural(following)
                || Integer.compareUnsigned(following, tag) > 0 && following >>> 16 <= (tag >>> 16) + 0x3000
                || following == 0xFFFCFFFC || following == 0x7FE00010 || following == 0xFFFAFFFA;
    }

    private int tagAt(long position) throws IOException {
        int i = source.at(position, 4, tag);
        return Bytes.tag(source.window, i, encoding.bigEndian);
    }
}
