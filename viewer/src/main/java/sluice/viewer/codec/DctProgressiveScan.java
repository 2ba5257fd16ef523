package sluice.viewer.codec;

import sluice.viewer.codec.CodecException.Reason;

/** Reads a scan of a progressive frame: a band of coefficients, or one more bit of them (T.81 G.2). */
final class DctProgressiveScan implements DctScan.Visitor {
    private final DctScan scan;
    private final DctBits in;
    private final int[] predictions;
    /** blocks, this one included, whose band holds nothing new */
    private int endOfBandRun;

    DctProgressiveScan(DctScan scan, DctBits in) {
        this.scan = scan;
        this.in = in;
        predictions = new int[scan.parts().size()];
    }

    @Override
    public void restart(int passed) throws CodecException {
        if (endOfBandRun > 0) {
            throw badCode();
        }
        in.nextInterval();
        java.util.Arrays.fill(predictions, 0);
    }

    /** To be called behind the last block. */
    void end() throws CodecException {
        if (endOfBandRun > 0) {
            throw badCode();
        }
    }

    @Override
    public void block(int p, int at) throws CodecException {
        DctScan.Part part = scan.parts().get(p);
        short[] out = part.component().coefficients;
        if (scan.first() > 0) {
            if (scan.high() == 0) {
                firstAc(part.ac(), out, at);
            } else {
                refineAc(part.ac(), out, at);
            }
        } else if (scan.high() == 0) {
            int size = in.symbol(part.dc());
            if (size > 15) {
                throw badCode();
            }
            int dc = predictions[p] + in.signed(size);
            predictions[p] = dc;
            out[at] = checked((long) dc << scan.low());
        } else {
            out[at] |= (short) (in.bits(1) << scan.low());
        }
        in.check();
    }

    private void firstAc(DctHuffman table, short[] out, int at) throws CodecException {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            int symbol = in.symbol(table);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size == 0 && run < 15) {
                endOfBandRun = (1 << run) + in.bits(run) - 1;
                return;
            }
            k += run;
            if (k > scan.last()) {
                throw badCode();
            }
            if (size > 0) {
                out[at + DctComponent.natural(k)] = checked((long) in.signed(size) << scan.low());
            }
        }
    }

    private void refineAc(DctHuffman table, short[] out, int at) throws CodecException {
        int k = scan.first();
        if (endOfBandRun == 0) {
            while (k <= scan.last()) {
                int symbol = in.symbol(table);
                int run = symbol >> 4;
                int size = symbol & 15;
                if (size == 0 && run < 15) {
                    endOfBandRun = (1 << run) + in.bits(run);
                    break;
                }
                if (size > 1) {
                    throw badCode();
                }
                int value = size == 0 ? 0 : in.bits(1) == 1 ? 1 << scan.low() : -1 << scan.low();
                k = skipZeros(out, at, k, run);
                if (value != 0) {
                    if (k > scan.last()) {
                        throw badCode();
                    }
                    out[at + DctComponent.natural(k)] = (short) value;
                }
                k++;
            }
        }
        if (endOfBandRun > 0) {
            skipZeros(out, at, k, 64);
            endOfBandRun--;
        }
    }

    /** Corrects coefficients that are known already until {@code run} zeros have passed; gives the zero behind them. */
    private int skipZeros(short[] out, int at, int from, int run) {
        int left = run;
        int k = from;
        for (; k <= scan.last(); k++) {
            int i = at + DctComponent.natural(k);
            if (out[i] == 0) {
                if (left-- == 0) {
                    break;
                }
            } else if (in.bits(1) == 1 && (Math.abs(out[i]) >> scan.low() & 1) == 0) {
                out[i] += (short) (out[i] > 0 ? 1 << scan.low() : -1 << scan.low());
            }
        }
        return k;
    }

    private static short checked(long value) throws CodecException {
        if (value != (short) value) {
            throw badCode();
        }
        return (short) value;
    }

    private static CodecException badCode() {
        return new CodecException(Reason.CORRUPT, "A scan holds a code that cannot stand there");
    }
}
