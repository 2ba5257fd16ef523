package sluice.viewer.dicom;

import java.io.Closeable;
import java.io.IOException;

/** Finds where and how the data set is encoded: as declared if that is what is there, else as it looks. */
final class DataSetOpener {
    private final ByteSource file;
    private final DataDictionary dictionary;
    private final ReadLimits limits;
    private final DeviationLog log;

    DataSetOpener(ByteSource file, DataDictionary dictionary, ReadLimits limits, DeviationLog log) {
        this.file = file;
        this.dictionary = dictionary;
        this.limits = limits;
        this.log = log;
    }

    /**
     * @param source the bytes of the data set
     * @param start where it starts in them
     * @param encoding how its elements are encoded in fact
     */
    record Opened(ByteSource source, long start, Encoding encoding, TransferSyntax transferSyntax)
            implements Closeable {
        Opened(ByteSource source, long start, TransferSyntax transferSyntax) {
            this(source, start, transferSyntax.encoding(), transferSyntax);
        }

        PixelStore store(PixelStore whole, ReadLimits limits) {
            return source instanceof InflatedSource inflated
                    ? new PixelStore.Inflated(whole, inflated.start(), inflated.zlibWrapper(),
                            limits.maxInflatedBytes())
                    : whole;
        }

        @Override
        public void close() throws IOException {
            if (source instanceof InflatedSource) {
                source.close();
            }
        }
    }

    Opened open(FileMeta meta) throws IOException {
        long start = meta.dataSet();
        TransferSyntax declared = meta.transferSyntax();
        if (!file.has(start, 1)) {
            return new Opened(file, start, declared == null ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : declared);
        }
        EncodingGuess guess = new EncodingGuess(file, dictionary);
        if (declared != null && declared.deflated()) {
            return deflated(start, declared, guess);
        }
        if (declared != null && looksRight(start, declared.encoding(), guess)) {
            return new Opened(file, start, declared);
        }
        Encoding seen = guess.at(start);
        if (seen == null) {
            if (declared == null) {
                throw new DicomException(DicomException.Reason.UNSUPPORTED_TRANSFER_SYNTAX, 0x00020010, start,
                        "The data set is in none of the known encodings");
            }
            return new Opened(file, start, declared);
        }
        if (declared == null) {
            return new Opened(file, start, seen, plain(seen));
        }
        if (seen != declared.encoding()) {
            log.add(Deviation.Code.TRANSFER_SYNTAX_WRONG, 0x00020010, start);
        }
        return new Opened(file, start, seen, asSeen(declared, seen));
    }

    /** The cheap test that nearly every file passes: the first element has a valid VR, or none where none is due. */
    private boolean looksRight(long start, Encoding encoding, EncodingGuess guess) throws IOException {
        if (!file.has(start, 8)) {
            return true;
        }
        int i = file.at(start, 8, DicomException.NO_TAG);
        byte[] b = file.window;
        int group = Bytes.u16(b, i, encoding.bigEndian);
        boolean vr = VrCode.isKnown((b[i + 4] & 0xFF) << 8 | b[i + 5] & 0xFF);
        return group < 0x0100 && vr == encoding.explicit && (vr || guess.fits(start, encoding));
    }

    private Opened deflated(long start, TransferSyntax declared, EncodingGuess guess) throws IOException {
        Encoding seen = guess.at(start);
        if (seen != null) {
            log.add(Deviation.Code.TRANSFER_SYNTAX_WRONG, 0x00020010, start);
            return new Opened(file, start, seen, plain(seen));
        }
        // bare deflate may begin with what would be a zlib header, so that alone decides nothing
        InflatedSource bare = new InflatedSource(file, start, false, limits.maxInflatedBytes());
        if (!hasZlibHeader(start) || inflates(bare)) {
            return new Opened(bare, 0, declared);
        }
        bare.close();
        log.add(Deviation.Code.ZLIB_WRAPPER, DicomException.NO_TAG, start);
        return new Opened(new InflatedSource(file, start, true, limits.maxInflatedBytes()), 0, declared);
    }

    private boolean inflates(InflatedSource source) throws IOException {
        try {
            return new EncodingGuess(source, dictionary).at(0) != null;
        } catch (DicomException e) {
            return false;
        }
    }

    /** RFC 1950 2.2: method 8, and the first two bytes a multiple of 31. */
    private boolean hasZlibHeader(long start) throws IOException {
        if (!file.has(start, 2)) {
            return false;
        }
        int i = file.at(start, 2, DicomException.NO_TAG);
        int header = Bytes.u16(file.window, i, true);
        return (header >> 8 & 0x0F) == 8 && header >> 12 <= 7 && header % 31 == 0 && (header & 0x20) == 0;
    }

    private static TransferSyntax plain(Encoding encoding) {
        return switch (encoding) {
            case IMPLICIT_LITTLE -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_LITTLE -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_BIG -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
            // never standardised; elements are read one by one in whatever form they have
            case IMPLICIT_BIG -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
        };
    }

    /** Only the form of the VR differs: the pixel data is still as declared, and each element is read as it comes. */
    private static TransferSyntax asSeen(TransferSyntax declared, Encoding seen) {
        boolean same = declared.bigEndian() == seen.bigEndian;
        return same && (declared.encapsulated() || declared.encoding() == seen) ? declared : plain(seen);
    }
}
