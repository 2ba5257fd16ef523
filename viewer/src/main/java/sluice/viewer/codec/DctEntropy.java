package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import sluice.viewer.codec.CodecException.Reason;

/**
 * The symbols that the coefficients of a sequential scan become (T.81 F.1.2): counted first, to see whether the tables at hand
 * have all of them, then written.
 */
final class DctEntropy implements DctScan.Visitor {

    /** What becomes of a symbol and the bits behind it. */
    private interface Sink {
        void put(int part, boolean dc, int symbol, int bits, int count);
    }

    private static final int[] NATURAL = DctComponent.naturalOrder();

    private final DctScan scan;
    private final Sink sink;
    private final Writer writer;
    private final int[] predictions;

    private DctEntropy(DctScan scan, Sink sink, Writer writer) {
        this.scan = scan;
        this.sink = sink;
        this.writer = writer;
        predictions = new int[scan.parts().size()];
    }

    /** How often the scan needs each symbol. @return [part][0 of DC, 1 of AC][symbol] */
    static long[][][] frequencies(DctScan scan) throws CodecException {
        long[][][] counts = new long[scan.parts().size()][2][256];
        scan.visit(new DctEntropy(scan, (part, dc, symbol, bits, count) -> counts[part][dc ? 0 : 1][symbol]++, null));
        return counts;
    }

    /** The entropy-coded data. @param scan its tables have all the symbols that it needs */
    static byte[] encode(DctScan scan) throws CodecException {
        Writer writer = new Writer();
        DctHuffman[] dcTables = scan.parts().stream().map(DctScan.Part::dc).toArray(DctHuffman[]::new);
        DctHuffman[] acTables = scan.parts().stream().map(DctScan.Part::ac).toArray(DctHuffman[]::new);
        scan.visit(new DctEntropy(scan, (part, dc, symbol, bits, count) -> {
            DctHuffman table = dc ? dcTables[part] : acTables[part];
            writer.bits(table.code(symbol), table.size(symbol));
            writer.bits(bits, count);
        }, writer));
        writer.align();
        return writer.out.toByteArray();
    }

    @Override
    public void restart(int passed) {
        Arrays.fill(predictions, 0);
        if (writer != null) {
            writer.align();
            writer.out.write(0xFF);
            writer.out.write(0xD0 + (passed - 1 & 7));
        }
    }

    @Override
    public void block(int part, int at) throws CodecException {
        short[] in = scan.parts().get(part).component().coefficients;
        int difference = in[at] - predictions[part];
        predictions[part] = in[at];
        put(part, true, 0, difference);
        int run = 0;
        for (int k = 1; k < 64; k++) {
            int value = in[at + NATURAL[k]];
            if (value == 0) {
                run++;
                continue;
            }
            for (; run > 15; run -= 16) {
                sink.put(part, false, 0xF0, 0, 0);
            }
            put(part, false, run, value);
            run = 0;
        }
        if (run > 0) {
            sink.put(part, false, 0, 0, 0);
        }
    }

    private void put(int part, boolean dc, int run, int value) throws CodecException {
        int size = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
        if (size > 15) {
            throw new CodecException(Reason.UNSUPPORTED, "A coefficient is larger than the code allows");
        }
        sink.put(part, dc, run << 4 | size, (value < 0 ? value - 1 : value) & (1 << size) - 1, size);
    }

    /** Bits with stuffed bytes. */
    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long pending;
        private int count;

        void bits(int bits, int number) {
            pending = pending << number | bits;
            count += number;
            while (count >= 8) {
                count -= 8;
                int b = (int) (pending >> count) & 0xff;
                out.write(b);
                if (b == 0xff) {
                    out.write(0);
                }
            }
        }

        /** Fills the last byte with ones. */
        void align() {
            if (count > 0) {
                bits((1 << 8 - count) - 1, 8 - count);
            }
            count = 0;
        }
    }
}
