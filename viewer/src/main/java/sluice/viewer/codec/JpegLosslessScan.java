package sluice.viewer.codec;

/** One scan of lossless JPEG (T.81 B.2.3 and H.2). */
final class JpegLosslessScan {
    private final int[] components;
    private final HuffmanTable[] tables;
    private final int selection;
    private final int pointTransform;
    private final int precision;
    private final int restart;

    private JpegLosslessScan(int[] components, HuffmanTable[] tables, int selection, int pointTransform, int precision,
            int restart) {
        this.components = components;
        this.tables = tables;
        this.selection = selection;
        this.pointTransform = pointTransform;
        this.precision = precision;
        this.restart = restart;
    }

    /** @param done which components have had their scan; this scan's are added */
    static JpegLosslessScan read(SegmentReader in, JpegLosslessFrame frame, HuffmanTable[] defined, int restart, boolean[] done)
            throws CodecException {
        int count = in.u8();
        if (count < 1 || count > frame.count()) {
            throw SegmentReader.corrupt("A scan has a wrong number of components");
        }
        if (count > 1 && !frame.single()) {
            throw SegmentReader.unsupported("Sampling factors in interleaved lossless JPEG");
        }
        int[] components = new int[count];
        HuffmanTable[] tables = new HuffmanTable[count];
        for (int i = 0; i < count; i++) {
            components[i] = frame.component(in.u8(), done);
            done[components[i]] = true;
            int table = in.u8() >> 4;
            if (table > 3 || defined[table] == null) {
                throw SegmentReader.corrupt("A scan uses a Huffman table that is not defined");
            }
            tables[i] = defined[table];
        }
        int selection = in.u8();
        in.u8();
        int low = in.u8() & 15;
        if (selection < 1 || selection > 7) {
            throw SegmentReader.corrupt("The predictor is none of those of lossless JPEG");
        }
        if (low >= frame.precision()) {
            throw SegmentReader.corrupt("The point transform leaves no bit");
        }
        return new JpegLosslessScan(components, tables, selection, low, frame.precision(), restart);
    }

    /**
     * Decodes the scan into its samples of the target.
     *
     * @return where the scan's bytes end
     */
    int decode(byte[] data, int from, RasterRows target, ImageFormat format) throws CodecException {
        int columns = target.columns();
        if (restart % columns != 0) {
            throw SegmentReader.corrupt("The restart interval is not a number of whole lines");
        }
        int restartLines = restart / columns;
        HuffmanBits bits = new HuffmanBits(data, from);
        int[][] rows = new int[components.length][columns];
        int[][] above = new int[components.length][columns];
        int[] shifted = new int[columns];
        for (int y = 0; y < target.rows(); y++) {
            boolean first = y == 0;
            if (restartLines > 0 && y > 0 && y % restartLines == 0) {
                bits.restart(y / restartLines - 1);
                first = true;
            }
            differences(bits, rows);
            if (bits.overrun()) {
                throw SegmentReader.corrupt("The codestream ends within a scan");
            }
            for (int i = 0; i < components.length; i++) {
                int[] row = rows[i];
                if (first) {
                    LosslessPredictor.undoFirst(row, 1 << precision - pointTransform - 1);
                } else {
                    LosslessPredictor.undo(selection, row, above[i]);
                }
                JpegLosslessDecoder.checkRange(row, precision - pointTransform, format.signed());
                target.put(y, components[i], scaled(row, shifted), 0);
                rows[i] = above[i];
                above[i] = row;
            }
        }
        return bits.position();
    }

    private int[] scaled(int[] row, int[] shifted) {
        if (pointTransform == 0) {
            return row;
        }
        for (int x = 0; x < row.length; x++) {
            shifted[x] = row[x] << pointTransform;
        }
        return shifted;
    }

    private void differences(HuffmanBits bits, int[][] rows) throws CodecException {
        int columns = rows[0].length;
        if (rows.length == 1) {
            HuffmanTable table = tables[0];
            int[] row = rows[0];
            for (int x = 0; x < columns; x++) {
                row[x] = bits.difference(table);
            }
        } else {
            for (int x = 0; x < columns; x++) {
                for (int i = 0; i < rows.length; i++) {
                    rows[i][x] = bits.difference(tables[i]);
                }
            }
        }
    }
}
