package sluice.viewer.codec;

/** The frame header SOF3 of lossless JPEG (T.81 B.2.2), checked against the data set. */
final class JpegLosslessFrame {
    private final int precision;
    private final int[] components;
    private final boolean single;
    private boolean linesOpen;

    private JpegLosslessFrame(int precision, int[] components, boolean single, boolean linesOpen) {
        this.precision = precision;
        this.components = components;
        this.single = single;
        this.linesOpen = linesOpen;
    }

    static JpegLosslessFrame read(SegmentReader in, ImageFormat format) throws CodecException {
        int precision = in.u8();
        int lines = in.u16();
        int columns = in.u16();
        int count = in.u8();
        if (precision < 2 || precision > 16) {
            throw SegmentReader.corrupt("The precision is not one of lossless JPEG");
        }
        if (columns != format.columns() || lines != 0 && lines != format.rows() || count != format.samples()) {
            throw SegmentReader.mismatch("The codestream has another size or number of samples than the data set");
        }
        if (precision > 8 * format.sampleBytes()) {
            throw SegmentReader.mismatch("The codestream has more bits than the data set allocates");
        }
        int[] ids = new int[count];
        boolean single = true;
        int factors = 0;
        for (int i = 0; i < count; i++) {
            ids[i] = in.u8();
            int f = in.u8();
            in.u8();
            if (i > 0 && f != factors) {
                throw SegmentReader.unsupported("Components of different size in lossless JPEG");
            }
            factors = f;
            single &= f == 0x11;
        }
        return new JpegLosslessFrame(precision, ids, single, lines == 0);
    }

    int precision() {
        return precision;
    }

    int count() {
        return components.length;
    }

    /** Whether each component has one sample in a unit of an interleaved scan. */
    boolean single() {
        return single;
    }

    boolean linesOpen() {
        return linesOpen;
    }

    void linesKnown() {
        linesOpen = false;
    }

    /** The first component of this identifier that has had no scan; identifiers are not always unique. */
    int component(int id, boolean[] done) throws CodecException {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == id && !done[i]) {
                return i;
            }
        }
        throw SegmentReader.corrupt("A scan is for a component that the frame has not, or has had");
    }

    boolean complete(boolean[] done) {
        for (int i = 0; i < components.length; i++) {
            if (!done[i]) {
                return false;
            }
        }
        return true;
    }
}
