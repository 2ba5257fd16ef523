package sluice.viewer.codec;

/** The marker segments of a JPEG-LS codestream (ITU-T T.87 Annex C), checked against the data set. */
final class JpegLsHeader {
    private final ImageFormat format;
    private final int[] preset = new int[5];
    private int precision;
    private int[] components;
    private boolean[] done;
    private long restart;

    JpegLsHeader(ImageFormat format) {
        this.format = format;
    }

    /** The frame header SOF55. */
    void readFrame(SegmentReader in) throws CodecException {
        if (components != null) {
            throw SegmentReader.corrupt("There are two frame headers");
        }
        precision = in.u8();
        int lines = in.u16();
        int columns = in.u16();
        int count = in.u8();
        if (precision < 2 || precision > 16) {
            throw SegmentReader.corrupt("The precision is not one of JPEG-LS");
        }
        if (lines != format.rows() || columns != format.columns() || count != format.samples()) {
            throw SegmentReader.mismatch("The codestream has another size or number of samples than the data set");
        }
        if (precision > 8 * format.sampleBytes()) {
            throw SegmentReader.mismatch("The codestream has more bits than the data set allocates");
        }
        components = new int[count];
        done = new boolean[count];
        int factors = 0;
        for (int i = 0; i < count; i++) {
            components[i] = in.u8();
            int f = in.u8();
            in.u8();
            if (i > 0 && f != factors) {
                throw SegmentReader.unsupported("Components of different size in JPEG-LS");
            }
            factors = f;
        }
    }

    /** An LSE segment. */
    void readPresets(SegmentReader in) throws CodecException {
        if (in.u8() != 1) {
            throw SegmentReader.unsupported("Mapping tables or extended sizes in JPEG-LS");
        }
        for (int i = 0; i < preset.length; i++) {
            preset[i] = in.u16();
        }
    }

    /** A DRI segment, here of two to four bytes, counted in lines. */
    void readRestart(SegmentReader in) throws CodecException {
        restart = 0;
        while (in.remaining() > 0) {
            restart = (restart << 8 | in.u8()) & 0xffffffffL;
        }
    }

    /** A scan header. */
    Scan readScan(SegmentReader in) throws CodecException {
        if (components == null) {
            throw SegmentReader.corrupt("A scan stands before the frame header");
        }
        int count = in.u8();
        if (count < 1 || count > components.length) {
            throw SegmentReader.corrupt("A scan has a wrong number of components");
        }
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = component(in.u8());
            if (in.u8() != 0) {
                throw SegmentReader.unsupported("Mapping tables in JPEG-LS");
            }
        }
        int near = in.u8();
        int interleave = in.u8();
        if (in.u8() != 0) {
            throw SegmentReader.unsupported("A point transform in JPEG-LS");
        }
        if (interleave > 2 || interleave == 0 && count > 1) {
            throw SegmentReader.corrupt("The components of a scan are interleaved in no known way");
        }
        return new Scan(chosen, JpegLsParameters.of(precision, near, preset), interleave == 2 && count > 1, restart);
    }

    /** The first component of this identifier that has had no scan; identifiers are not always unique. */
    private int component(int id) throws CodecException {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == id && !done[i]) {
                done[i] = true;
                return i;
            }
        }
        throw SegmentReader.corrupt("A scan is for a component that the frame has not, or has had");
    }

    /** Whether the codestream gives thresholds. */
    boolean presets() {
        return (preset[1] | preset[2] | preset[3]) != 0;
    }

    boolean complete() {
        if (components == null) {
            return false;
        }
        for (boolean b : done) {
            if (!b) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a scan header says.
     *
     * @param components indices of the frame's components
     * @param bySample whether values and not lines alternate
     * @param restartLines lines of a restart interval, 0 for none
     */
    record Scan(int[] components, JpegLsParameters parameters, boolean bySample, long restartLines) {}
}
