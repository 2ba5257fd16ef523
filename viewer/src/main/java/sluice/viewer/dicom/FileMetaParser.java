package sluice.viewer.dicom;

import java.io.IOException;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;

/** Reads preamble, prefix and File Meta Information (PS3.10 7.1), or finds out that there are none. */
final class FileMetaParser {
    private static final int PREAMBLE = 128;
    private static final int GROUP_LENGTH = 0x00020000;
    private static final int TRANSFER_SYNTAX_UID = 0x00020010;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
    private static final byte[] NOTHING = {};

    private final ByteSource source;
    private final ParseContext context;
    private final DeviationLog log;

    FileMetaParser(ByteSource source, DataDictionary dictionary, ReadLimits limits, DeviationLog log) {
        this.source = source;
        this.log = log;
        context = new ParseContext(source, dictionary, limits, log, false);
    }

    FileMeta parse() throws IOException {
        EncodingGuess guess = new EncodingGuess(source, context.dictionary);
        boolean prefixed = isPrefix(PREAMBLE);
        if (prefixed && (startsGroup2(PREAMBLE + PREFIX.length) || guess.at(0) == null)) {
            return group2(source.bytes(0, PREAMBLE), PREAMBLE + PREFIX.length);
        }
        log.add(Deviation.Code.NO_PREAMBLE, DicomException.NO_TAG, 0);
        if (isPrefix(0)) {
            return group2(NOTHING, PREFIX.length);
        }
        // a value may hold the four letters at the place of the prefix
        if (prefixed || guess.at(0) != null) {
            return group2(NOTHING, 0);
        }
        if (source.has(PREAMBLE, 8) && guess.at(PREAMBLE) != null) {
            return group2(source.bytes(0, PREAMBLE), PREAMBLE);
        }
        if (source.has(PREAMBLE + 4, 8) && guess.at(PREAMBLE + 4) != null) {
            return group2(source.bytes(0, PREAMBLE), PREAMBLE + 4);
        }
        throw new DicomException(DicomException.Reason.NOT_DICOM, DicomException.NO_TAG, 0,
                "The file has neither the prefix of a DICOM file nor looks like a data set");
    }

    private boolean isPrefix(long position) throws IOException {
        if (!source.has(position, PREFIX.length)) {
            return false;
        }
        int i = source.at(position, PREFIX.length, DicomException.NO_TAG);
        byte[] b = source.window;
        return b[i] == PREFIX[0] && b[i + 1] == PREFIX[1] && b[i + 2] == PREFIX[2] && b[i + 3] == PREFIX[3];
    }

    private boolean startsGroup2(long position) throws IOException {
        if (!source.has(position, 8)) {
            return false;
        }
        int i = source.at(position, 2, DicomException.NO_TAG);
        return Bytes.u16(source.window, i, false) == 2 || Bytes.u16(source.window, i, true) == 2;
    }

    private FileMeta group2(byte[] preamble, long start) throws IOException {
        ElementParser elements = new ElementParser(context);
        ElementList list = context.listAt(0);
        long position = start;
        long declaredEnd = -1;
        Encoding encoding = Encoding.EXPLICIT_LITTLE;
        while (source.has(position, 8)) {
            int i = source.at(position, 8, DicomException.NO_TAG);
            boolean little = Bytes.u16(source.window, i, false) == 2;
            if (!little && (position > start || Bytes.u16(source.window, i, true) != 2)) {
                break;
            }
            encoding = little ? encoding : Encoding.EXPLICIT_BIG;
            context.header.read(position, encoding, false);
            ElementHeader header = context.header;
            if (position == start && header.encoding != Encoding.EXPLICIT_LITTLE) {
                log.add(Deviation.Code.META_NOT_EXPLICIT, header.tag, position);
                encoding = header.encoding;
            }
            if (header.tag == GROUP_LENGTH && header.length == 4 && source.has(position + header.size, 4)) {
                long value = position + header.size;
                int j = source.at(value, 4, GROUP_LENGTH);
                declaredEnd = value + 4 + Bytes.u32(source.window, j, encoding.bigEndian);
            }
            position = elements.parse(list, position, Long.MAX_VALUE, 0);
        }
        if (position == start) {
            log.add(Deviation.Code.NO_FILE_META, DicomException.NO_TAG, start);
        } else if (declaredEnd != position) {
            log.add(Deviation.Code.META_LENGTH_WRONG, GROUP_LENGTH, start);
        }
        Attributes attributes = list.toAttributes(false, log, start);
        return new FileMeta(preamble, attributes, position, declaredSyntax(attributes, position, start));
    }

    private TransferSyntax declaredSyntax(Attributes meta, long end, long start) {
        String uid = RawElements.ascii(meta, TRANSFER_SYNTAX_UID);
        if (uid.isEmpty()) {
            if (end > start) {
                log.add(Deviation.Code.NO_TRANSFER_SYNTAX, TRANSFER_SYNTAX_UID, end);
            }
            return null;
        }
        Optional<TransferSyntax> known = TransferSyntax.of(uid);
        if (known.isEmpty()) {
            log.add(Deviation.Code.UNKNOWN_TRANSFER_SYNTAX, TRANSFER_SYNTAX_UID, end);
        }
        return known.orElse(null);
    }
}
