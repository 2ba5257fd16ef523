package sluice.viewer.codec;

import java.util.List;

/**
 * A scan header with the tables that applied to it.
 *
 * @param parts components in the order of the scan
 * @param first first coefficient in the zigzag sequence, Ss
 * @param last last one, Se
 * @param high bits of former scans, Ah
 * @param low bits left to later scans, Al
 * @param restart MCUs between restart markers, 0: none
 */
record DctScan(List<Part> parts, int first, int last, int high, int low, int restart) {

    /** A component of a scan. @param dc its table, null where this scan needs none @param ac likewise */
    record Part(DctComponent component, int dcTable, int acTable, DctHuffman dc, DctHuffman ac) {}

    /** Called for each block in the order of the codestream. */
    interface Visitor {
        /** @param part index into {@link DctScan#parts} @param at where the block begins in the coefficients */
        void block(int part, int at) throws CodecException;

        /** Between two restart intervals. @param passed those before it, from 1 */
        void restart(int passed) throws CodecException;
    }

    /** MCUs of the scan (T.81 A.2): a scan of one component has no filling blocks. */
    long mcus() {
        DctComponent c = parts.get(0).component();
        return parts.size() == 1 ? (long) c.blocksAcross * c.blocksDown : (long) c.paddedAcross / c.h * (c.paddedDown / c.v);
    }

    /** Restart intervals of the scan. */
    long intervals() {
        return restart == 0 ? 1 : (mcus() + restart - 1) / restart;
    }

    void visit(Visitor visitor) throws CodecException {
        boolean single = parts.size() == 1;
        DctComponent lead = parts.get(0).component();
        int across = single ? lead.blocksAcross : lead.paddedAcross / lead.h;
        int down = single ? lead.blocksDown : lead.paddedDown / lead.v;
        int left = restart == 0 ? Integer.MAX_VALUE : restart;
        int passed = 0;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                if (left == 0) {
                    visitor.restart(++passed);
                    left = restart;
                }
                left--;
                if (single) {
                    visitor.block(0, lead.at(x, y));
                } else {
                    mcu(visitor, x, y);
                }
            }
        }
    }

    private void mcu(Visitor visitor, int x, int y) throws CodecException {
        for (int p = 0; p < parts.size(); p++) {
            DctComponent c = parts.get(p).component();
            for (int v = 0; v < c.v; v++) {
                for (int h = 0; h < c.h; h++) {
                    visitor.block(p, c.at(x * c.h + h, y * c.v + v));
                }
            }
        }
    }
}
