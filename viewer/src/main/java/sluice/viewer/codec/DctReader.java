package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sluice.viewer.codec.CodecException.Reason;

/**
 * Takes a DCT-based, Huffman-coded JPEG codestream apart (T.81 annexes B, F and G): baseline, extended sequential and
 * progressive. What follows EOI is not looked at. Strict where a damaged picture could pass for a whole one; the one thing
 * forgiven is a missing EOI behind a complete sequential frame.
 */
final class DctReader {
    /** A real progressive frame has ten or so; each one costs a walk over all blocks. */
    private static final int MOST_SCANS = 256;

    private final JpegSegments in;
    private final ImageFormat format;
    private final int[][] quantisation = new int[4][];
    private final DctHuffman[] dc = new DctHuffman[4];
    private final DctHuffman[] ac = new DctHuffman[4];
    private final List<DctScan> scans = new ArrayList<>();
    private final List<byte[]> applicationData = new ArrayList<>();
    private DctFrame frame;
    private DctProgress progress;
    private int restart;

    private DctReader(byte[] bytes, ImageFormat format) throws CodecException {
        this.in = new JpegSegments(bytes);
        this.format = format;
    }

    /** @throws CodecException where it is not complete or describes another image than the data set does */
    static DctFrame read(byte[] bytes, ImageFormat format) throws CodecException {
        return new DctReader(bytes, format).read();
    }

    private DctFrame read() throws CodecException {
        while (in.next()) {
            int marker = in.marker();
            switch (marker) {
                case 0xC0, 0xC1, 0xC2 -> startOfFrame(marker);
                case 0xC4 -> huffmanTables();
                case 0xDB -> quantisationTables();
                case 0xDD -> {
                    in.expect(2);
                    restart = in.u16(0);
                }
                case 0xDA -> scan();
                case 0xDC -> numberOfLines();
                case 0xE0, 0xEE -> keepApplicationData(marker);
                default -> {
                    boolean application = marker >= 0xE0 && marker <= 0xEF || marker == 0xFE;
                    if (!application) {
                        throw new CodecException(marker >= 0xC3 && marker <= 0xCF || marker >= 0xF0
                                ? Reason.UNSUPPORTED : Reason.CORRUPT,
                                "Not a baseline, extended or progressive JPEG frame: marker " + Integer.toHexString(marker));
                    }
                }
            }
        }
        if (frame == null || progress == null) {
            throw corrupt("The codestream has no frame");
        }
        progress.checkComplete(frame, in.ended());
        return frame;
    }

    private void keepApplicationData(int marker) {
        byte[] kept = JpegApplicationData.needed(marker, in.payload(), false);
        if (kept != null && applicationData.stream().noneMatch(a -> a[1] == (byte) marker)) {
            applicationData.add(kept);
        }
    }

    private void startOfFrame(int marker) throws CodecException {
        if (frame != null) {
            throw corrupt("A second frame begins within the first");
        }
        in.atLeast(6);
        int precision = in.u8(0);
        int rows = in.u16(1);
        int columns = in.u16(3);
        int count = in.u8(5);
        in.expect(6 + 3 * count);
        if (precision != 8 && (precision != 12 || marker == 0xC0)) {
            throw new CodecException(Reason.UNSUPPORTED, "JPEG frame of " + precision + " bits per sample");
        }
        if (rows == 0) {
            rows = in.linesBehindFirstScan();
        }
        if (rows != format.rows() || columns != format.columns() || count != format.samples()) {
            throw new CodecException(Reason.MISMATCH, "The JPEG frame has another size or number of samples than the data set");
        }
        if (precision > format.bitsAllocated()) {
            throw new CodecException(Reason.MISMATCH, "The JPEG frame has more bits than the data set allocates");
        }
        if (count < 1 || count > 4 || rows < 1 || columns < 1) {
            throw new CodecException(Reason.UNSUPPORTED, "JPEG frame of " + count + " components");
        }
        frame = new DctFrame(precision, rows, columns, marker, components(rows, columns, count), scans, applicationData);
        checkSize();
        progress = new DctProgress(frame);
    }

    private List<DctComponent> components(int rows, int columns, int count) throws CodecException {
        int maxH = 1;
        int maxV = 1;
        for (int i = 0; i < count; i++) {
            int factors = in.u8(7 + 3 * i);
            int h = factors >> 4;
            int v = factors & 15;
            if (h < 1 || h > 4 || v < 1 || v > 4 || in.u8(8 + 3 * i) > 3) {
                throw corrupt("A component of the frame has factors or a table that do not exist");
            }
            maxH = Math.max(maxH, h);
            maxV = Math.max(maxV, v);
        }
        List<DctComponent> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in.u8(6 + 3 * i);
            int factors = in.u8(7 + 3 * i);
            if (components.stream().anyMatch(c -> c.id == id)) {
                throw corrupt("Two components of the frame have the same name");
            }
            components.add(new DctComponent(id, new int[] {factors >> 4, factors & 15, maxH, maxV}, in.u8(8 + 3 * i),
                    columns, rows));
        }
        return List.copyOf(components);
    }

    /** Before memory is taken: every block takes at least one bit of the codestream. */
    private void checkSize() throws CodecException {
        long blocks = frame.components().stream().mapToLong(DctComponent::blocks).sum();
        if (frame.components().stream().anyMatch(c -> c.blocks() > Integer.MAX_VALUE / 64 - 1)
                || blocks * 64 * 5 > Runtime.getRuntime().maxMemory()) {
            throw new CodecException(Reason.TOO_LARGE, "The frame is too large for this machine");
        }
        long coded = frame.components().stream().mapToLong(c -> (long) c.blocksAcross * c.blocksDown).sum();
        if (coded > in.length() * 8L) {
            throw corrupt("The codestream is too short for its image");
        }
    }

    private void numberOfLines() throws CodecException {
        in.expect(2);
        if (frame == null || in.u16(0) != frame.rows()) {
            throw corrupt("The number of lines is given twice and differs");
        }
    }

    private void quantisationTables() throws CodecException {
        int at = 0;
        while (at < in.size()) {
            int name = in.u8(at++);
            int bytes = (name >> 4) + 1;
            if (bytes > 2 || (name & 15) > 3) {
                throw corrupt("A quantisation table has a form or place that does not exist");
            }
            in.atLeast(at + 64 * bytes);
            int[] steps = new int[64];
            for (int k = 0; k < 64; k++) {
                int step = bytes == 1 ? in.u8(at + k) : in.u16(at + 2 * k);
                if (step == 0) {
                    throw corrupt("A quantisation table has a step of zero");
                }
                steps[DctComponent.natural(k)] = step;
            }
            quantisation[name & 15] = steps;
            at += 64 * bytes;
        }
    }

    private void huffmanTables() throws CodecException {
        int at = 0;
        while (at < in.size()) {
            in.atLeast(at + 17);
            int name = in.u8(at++);
            byte[] counts = new byte[16];
            int symbols = 0;
            for (int i = 0; i < 16; i++) {
                counts[i] = (byte) in.u8(at + i);
                symbols += in.u8(at + i);
            }
            at += 16;
            if (name >> 4 > 1 || (name & 15) > 3 || symbols > 256) {
                throw corrupt("A Huffman table has a form or place that does not exist");
            }
            in.atLeast(at + symbols);
            byte[] values = Arrays.copyOfRange(in.payload(), at, at + symbols);
            (name >> 4 == 0 ? dc : ac)[name & 15] = new DctHuffman(counts, values);
            at += symbols;
        }
    }

    private void scan() throws CodecException {
        if (frame == null) {
            throw corrupt("A scan begins before its frame");
        }
        if (scans.size() == MOST_SCANS) {
            throw new CodecException(Reason.UNSUPPORTED, "JPEG frame of more than " + MOST_SCANS + " scans");
        }
        in.atLeast(1);
        int count = in.u8(0);
        in.expect(4 + 2 * count);
        if (count < 1 || count > 4) {
            throw corrupt("A scan has no components, or too many");
        }
        // sequential frames are met with nonsense in these three bytes, which has no meaning there
        int first = frame.progressive() ? in.u8(1 + 2 * count) : 0;
        int last = frame.progressive() ? in.u8(2 + 2 * count) : 63;
        int high = frame.progressive() ? in.u8(3 + 2 * count) >> 4 : 0;
        int low = frame.progressive() ? in.u8(3 + 2 * count) & 15 : 0;
        boolean needsDc = first == 0 && high == 0;
        boolean needsAc = !frame.progressive() || first > 0;
        List<DctScan.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in.u8(1 + 2 * i);
            int tables = in.u8(2 + 2 * i);
            parts.add(part(id, tables >> 4, tables & 15, needsDc, needsAc, parts));
        }
        if (count > 1 && parts.stream().mapToInt(p -> p.component().h * p.component().v).sum() > 10) {
            throw corrupt("An MCU of a scan has more than ten blocks");
        }
        DctScan scan = new DctScan(List.copyOf(parts), first, last, high, low, restart);
        progress.begin(scan);
        for (DctScan.Part part : parts) {
            prepare(part.component());
        }
        read(scan);
        scans.add(scan);
    }

    private DctScan.Part part(int id, int dcTable, int acTable, boolean needsDc, boolean needsAc, List<DctScan.Part> before)
            throws CodecException {
        DctComponent component = frame.components().stream().filter(c -> c.id == id).findFirst()
                .orElseThrow(() -> corrupt("A scan names a component that its frame does not have"));
        if (before.stream().anyMatch(p -> p.component() == component)) {
            throw corrupt("A scan names a component twice");
        }
        if (needsDc && (dcTable > 3 || dc[dcTable] == null) || needsAc && (acTable > 3 || ac[acTable] == null)) {
            throw corrupt("A scan names a Huffman table that is not there");
        }
        return new DctScan.Part(component, dcTable, acTable, needsDc ? dc[dcTable] : null, needsAc ? ac[acTable] : null);
    }

    private void prepare(DctComponent component) throws CodecException {
        if (component.coefficients == null) {
            if (quantisation[component.table] == null) {
                throw corrupt("A component names a quantisation table that is not there");
            }
            component.steps = quantisation[component.table];
            component.coefficients = new short[(int) component.blocks() * 64];
        }
    }

    private void read(DctScan scan) throws CodecException {
        DctBits bits = in.entropyCoded(scan.intervals());
        if (frame.progressive()) {
            DctProgressiveScan blocks = new DctProgressiveScan(scan, bits);
            scan.visit(blocks);
            blocks.end();
        } else {
            scan.visit(new DctSequentialScan(scan, bits));
        }
        bits.endInterval();
    }

    private static CodecException corrupt(String message) {
        return new CodecException(Reason.CORRUPT, message);
    }
}
