package sluice.viewer.dicom;

import java.io.IOException;

/**
 * Finds out how a data set is encoded by looking at its first elements. Needed where nobody says, and to notice where
 * somebody says it wrongly.
 */
final class EncodingGuess {
    private static final int ENOUGH = 3;
    private static final Encoding[] CANDIDATES = {
        Encoding.EXPLICIT_LITTLE, Encoding.IMPLICIT_LITTLE, Encoding.EXPLICIT_BIG, Encoding.IMPLICIT_BIG
    };

    private final ByteSource source;
    private final DataDictionary dictionary;
    private final boolean partial;

    EncodingGuess(ByteSource source, DataDictionary dictionary) {
        this(source, dictionary, false);
    }

    /** @param partial whether the source is but the beginning, so that values may go on behind its end */
    EncodingGuess(ByteSource source, DataDictionary dictionary, boolean partial) {
        this.source = source;
        this.dictionary = dictionary;
        this.partial = partial;
    }

    /** The encoding of the data set at {@code position}, or null where there is none to be seen. */
    Encoding at(long position) throws IOException {
        for (Encoding candidate : CANDIDATES) {
            if (fits(position, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether the first elements read in this encoding are known, ascend, and lie within the file. */
    boolean fits(long start, Encoding encoding) throws IOException {
        long position = start;
        int last = 0;
        for (int n = 0; n < ENOUGH; n++) {
            if (!source.has(position, 8)) {
                return n > 0 && (partial || !source.has(position, 1));
            }
            int i = source.at(position, 8, DicomException.NO_TAG);
            int tag = Bytes.tag(source.window, i, encoding.bigEndian);
            if (n > 0 && Integer.compareUnsigned(tag, last) <= 0 || !isPlausible(tag, n)) {
                return false;
            }
            long length = encoding.explicit ? explicitLength(position, encoding) : implicitLength(position, encoding);
            if (length < 0 || Tags.isPixelData(tag)) {
                return n > 0 && length >= 0;
            }
            if (length == Tags.UNDEFINED) {
                return encoding.explicit || n > 0 || startsItem(position + 8, encoding);
            }
            int header = encoding.explicit && isLong(position) ? 12 : 8;
            if (!source.has(position + header, length)) {
                return n > 0 && (partial || encoding.explicit);
            }
            position += header + length;
            last = tag;
        }
        return true;
    }

    private boolean isPlausible(int tag, int n) {
        int group = tag >>> 16;
        boolean known = Tags.isGroupLength(tag) || Tags.isPrivate(tag) || dictionary.find(tag) != null;
        return known && (n > 0 || group <= 0x0020 || group == 0x0028 || group == 0x0040);
    }

    private boolean startsItem(long position, Encoding encoding) throws IOException {
        if (!source.has(position, 8)) {
            return false;
        }
        int i = source.at(position, 8, DicomException.NO_TAG);
        return Tags.isStructural(Bytes.tag(source.window, i, encoding.bigEndian));
    }

    private int code(long position) throws IOException {
        int i = source.at(position, 8, DicomException.NO_TAG);
        return (source.window[i + 4] & 0xFF) << 8 | source.window[i + 5] & 0xFF;
    }

    private boolean isLong(long position) throws IOException {
        return VrCode.hasLongForm(code(position));
    }

    private long explicitLength(long position, Encoding encoding) throws IOException {
        int code = code(position);
        if (!VrCode.isKnown(code)) {
            return -1;
        }
        if (!VrCode.hasLongForm(code)) {
            int i = source.at(position, 8, DicomException.NO_TAG);
            return Bytes.u16(source.window, i + 6, encoding.bigEndian);
        }
        if (!source.has(position, 12)) {
            return -1;
        }
        int i = source.at(position, 12, DicomException.NO_TAG);
        return Bytes.u32(source.window, i + 8, encoding.bigEndian);
    }

    private long implicitLength(long position, Encoding encoding) throws IOException {
        int i = source.at(position, 8, DicomException.NO_TAG);
        return Bytes.u32(source.window, i + 4, encoding.bigEndian);
    }
}
