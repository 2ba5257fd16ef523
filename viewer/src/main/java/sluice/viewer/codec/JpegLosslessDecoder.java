package sluice.viewer.codec;

import java.util.Arrays;

/**
 * JPEG lossless, Huffman-coded (ITU-T T.81 Annex H): transfer syntaxes JPEG Lossless (Process 14) and JPEG Lossless,
 * first-order prediction (Process 14, Selection Value 1). All seven predictors, point transform, precisions 2 to 16, one to
 * four components in one scan or several, restart intervals, DNL.
 *
 * <p>Values come out as they are coded, without sign. Arithmetic coding, differential frames and subsampled components are
 * refused.
 */
final class JpegLosslessDecoder implements PixelDecoder {

    @Override
    public Raster decode(byte[] frame, ImageFormat format) throws CodecException {
        RasterRows.checkSize(format);
        SegmentReader in = new SegmentReader(frame, 0, frame.length);
        if (in.marker() != 0xd8) {
            throw SegmentReader.corrupt("The frame does not begin as JPEG does");
        }
        JpegLosslessFrame header = null;
        HuffmanTable[] tables = new HuffmanTable[4];
        RasterRows target = null;
        boolean[] done = new boolean[4];
        int restart = 0;
        while (header == null || !header.complete(done)) {
            int marker = in.marker();
            switch (marker) {
                case 0xc3 -> {
                    if (header != null) {
                        throw SegmentReader.corrupt("There are two frame headers");
                    }
                    header = JpegLosslessFrame.read(in.segment(), format);
                    // each value takes one bit at least
                    if (format.pixels() * format.samples() > 8L * frame.length) {
                        throw SegmentReader.corrupt("The codestream is too short for its size");
                    }
                    target = RasterRows.of(format);
                }
                case 0xc4 -> HuffmanTable.read(in.segment(), tables);
                case 0xdd -> restart = in.segment().u16();
                case 0xda -> {
                    if (header == null) {
                        throw SegmentReader.corrupt("A scan stands before the frame header");
                    }
                    JpegLosslessScan scan = JpegLosslessScan.read(in.segment(), header, tables, restart, done);
                    in.moveTo(scan.decode(frame, in.position(), target, format));
                    afterScan(in, header, format, done);
                }
                case 0xd9 -> throw SegmentReader.corrupt("The codestream ends before its last scan");
                default -> skip(marker, in);
            }
        }
        return target.raster(format.photometric());
    }

    /** DNL where the frame header left the number of lines open (T.81 B.2.5). */
    private static void afterScan(SegmentReader in, JpegLosslessFrame header, ImageFormat format, boolean[] done)
            throws CodecException {
        int behind = in.position();
        boolean dnl = in.seekMarker() && in.marker() == 0xdc;
        if (dnl) {
            if (in.segment().u16() != format.rows()) {
                throw SegmentReader.mismatch("The codestream's number of lines is not that of the data set");
            }
            header.linesKnown();
        } else if (header.linesOpen()) {
            throw SegmentReader.corrupt("The codestream does not say how many lines it has");
        } else {
            in.moveTo(behind);
            if (!in.seekMarker() && !header.complete(done)) {
                throw SegmentReader.corrupt("The codestream ends before its last scan");
            }
        }
    }

    private static void skip(int marker, SegmentReader in) throws CodecException {
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xcc && marker != 0xc8) {
            throw SegmentReader.unsupported("The codestream is another kind of JPEG than lossless with Huffman codes");
        }
        if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8 || marker < 0xc0) {
            throw SegmentReader.corrupt("A marker stands where none may");
        }
        in.segment();
    }

    /** Cuts nothing: values above the precision are only those of a negative number that was coded with its sign. */
    static void checkRange(int[] row, int precision, boolean signed) throws CodecException {
        int all = 0;
        for (int v : row) {
            all |= v;
        }
        if (all >>> precision == 0) {
            return;
        }
        int lowest = 0x10000 - (1 << precision - 1);
        if (!signed || Arrays.stream(row).anyMatch(v -> v >>> precision != 0 && v < lowest)) {
            throw SegmentReader.corrupt("A value is larger than the precision allows");
        }
    }
}
