package sluice.viewer.codec;

import sluice.viewer.codec.CodecException.Reason;

/** Reads a scan of a sequential frame: whole blocks (T.81 F.2.2). */
final class DctSequentialScan implements DctScan.Visitor {
    private static final int[] NATURAL = DctComponent.naturalOrder();

    private final DctBits in;
    private final DctScan.Part[] parts;
    private final int[] predictions;

    DctSequentialScan(DctScan scan, DctBits in) {
        this.in = in;
        parts = scan.parts().toArray(DctScan.Part[]::new);
        predictions = new int[parts.length];
    }

    @Override
    public void restart(int passed) throws CodecException {
        in.nextInterval();
        java.util.Arrays.fill(predictions, 0);
    }

    @Override
    public void block(int p, int at) throws CodecException {
        DctScan.Part part = parts[p];
        short[] out = part.component().coefficients;
        int size = in.symbol(part.dc());
        if (size > 15) {
            throw badCode();
        }
        int dc = predictions[p] + in.signed(size);
        if (dc != (short) dc) {
            throw badCode();
        }
        predictions[p] = dc;
        out[at] = (short) dc;
        readAc(part.ac(), out, at);
        in.check();
    }

    /** The window is kept in local variables: it is what this decoder spends its time with. */
    private void readAc(DctHuffman table, short[] out, int at) throws CodecException {
        DctBits bits = in;
        int k = 1;
        while (k < 64) {
            if (bits.available < 32) {
                bits.fill();
            }
            long window = bits.window;
            int entry = table.look((int) (window >>> 64 - DctHuffman.LOOK));
            if ((entry & DctHuffman.WHOLE) != 0) {
                k += entry >> 8 & 15;
                if (k > 63) {
                    throw badCode();
                }
                out[at + NATURAL[k++]] = (short) (entry >> 16);
                bits.window = window << entry;
                bits.available -= entry & 63;
                continue;
            }
            if (entry == 0) {
                entry = table.search((int) (window >>> 48));
                if (entry == 0) {
                    throw badCode();
                }
            }
            int length = entry & 31;
            int run = entry >> 20;
            int size = entry >> 16 & 15;
            if (size == 0) {
                bits.window = window << length;
                bits.available -= length;
                if (run == 0) {
                    return;
                }
                k += 16;
                if (run != 15 || k > 64) {
                    throw badCode();
                }
                continue;
            }
            k += run;
            if (k > 63) {
                throw badCode();
            }
            window <<= length;
            out[at + NATURAL[k++]] = (short) DctHuffman.extend((int) (window >>> 64 - size), size);
            bits.window = window << size;
            bits.available -= length + size;
        }
    }

    private static CodecException badCode() {
        return new CodecException(Reason.CORRUPT, "A scan holds a code that cannot stand there");
    }
}
