package sluice.viewer.codec;

import java.util.Arrays;

/**
 * JPEG-LS (ITU-T T.87): transfer syntaxes JPEG-LS Lossless and JPEG-LS Lossy (Near-Lossless). Not interleaved, by line or by
 * sample; preset coding parameters; restart intervals. Mapping tables, point transforms and the colour transforms of one
 * vendor's extension are refused.
 *
 * <p>Values come out as they are coded, without sign.
 */
final class JpegLsDecoder implements PixelDecoder {

    @Override
    public Raster decode(byte[] frame, ImageFormat format) throws CodecException {
        RasterRows.checkSize(format);
        try {
            return decode(frame, format, false);
        } catch (CodecException e) {
            if (e.reason() != CodecException.Reason.CORRUPT || format.bitsAllocated() <= 8) {
                throw e;
            }
            try {
                return decode(frame, format, true);
            } catch (CodecException again) {
                throw e;
            }
        }
    }

    /** @param old with the thresholds of an old encoder; only where they make a difference */
    private static Raster decode(byte[] frame, ImageFormat format, boolean old) throws CodecException {
        SegmentReader in = new SegmentReader(frame, 0, frame.length);
        if (in.marker() != 0xd8) {
            throw SegmentReader.corrupt("The frame does not begin as JPEG-LS does");
        }
        JpegLsHeader header = new JpegLsHeader(format);
        RasterRows target = null;
        while (!header.complete()) {
            int marker = in.marker();
            switch (marker) {
                case 0xf7 -> {
                    header.readFrame(in.segment());
                    // a line takes one bit for each 32768 values at least
                    if (8L * frame.length < (long) format.rows() * ((format.columns() >> 15) + 1)) {
                        throw SegmentReader.corrupt("The codestream is too short for its size");
                    }
                    target = RasterRows.of(format);
                }
                case 0xf8 -> header.readPresets(in.segment());
                case 0xdd -> header.readRestart(in.segment());
                case 0xda -> {
                    JpegLsHeader.Scan scan = header.readScan(in.segment());
                    JpegLsParameters parameters = scan.parameters();
                    if (old && (parameters.maxval() <= 4095 || header.presets())) {
                        throw SegmentReader.corrupt("No other thresholds are possible");
                    }
                    in.moveTo(scan(frame, in.position(), target, scan,
                            new JpegLsContexts(old ? parameters.withUnboundedThresholds() : parameters)));
                    in.seekMarker();
                }
                case 0xd9 -> throw SegmentReader.corrupt("The codestream ends before its last scan");
                case 0xe8 -> {
                    SegmentReader vendor = in.segment();
                    if (vendor.remaining() == 5 && vendor.u32() == 0x6d726678 && vendor.u8() != 0) {
                        throw SegmentReader.unsupported("A vendor's colour transform within JPEG-LS");
                    }
                }
                default -> skip(marker, in);
            }
        }
        return target.raster(format.photometric());
    }

    private static void skip(int marker, SegmentReader in) throws CodecException {
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xcc) {
            throw SegmentReader.unsupported("The codestream is another kind of JPEG than JPEG-LS");
        }
        if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8 || marker < 0xc0) {
            throw SegmentReader.corrupt("A marker stands where none may");
        }
        in.segment();
    }

    private static int scan(byte[] data, int from, RasterRows target, JpegLsHeader.Scan scan, JpegLsContexts contexts)
            throws CodecException {
        int columns = target.columns();
        int n = scan.components().length;
        JpegLsBits bits = new JpegLsBits(data, from);
        JpegLsLineDecoder decoder = new JpegLsLineDecoder(contexts, bits, columns);
        int[][] above = new int[n][columns + 2];
        int[][] line = new int[n][columns + 2];
        int[] run = new int[n];
        for (int y = 0; y < target.rows(); y++) {
            if (scan.restartLines() > 0 && y > 0 && y % scan.restartLines() == 0) {
                bits.restart((int) (y / scan.restartLines() - 1));
                contexts.clear();
                Arrays.fill(run, 0);
                for (int[] values : above) {
                    Arrays.fill(values, 0);
                }
            }
            if (scan.bySample()) {
                run[0] = decoder.line(above, line, run[0]);
            } else {
                for (int i = 0; i < n; i++) {
                    run[i] = decoder.line(above[i], line[i], run[i]);
                }
            }
            if (bits.overrun()) {
                throw SegmentReader.corrupt("The codestream ends within a scan");
            }
            for (int i = 0; i < n; i++) {
                target.put(y, scan.components()[i], line[i], 1);
            }
            int[][] swap = above;
            above = line;
            line = swap;
        }
        if (bits.leftOver()) {
            throw SegmentReader.corrupt("A scan holds more than its lines");
        }
        return bits.position();
    }
}
