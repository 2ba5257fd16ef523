package sluice.viewer.codec;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import sluice.viewer.codec.CodecException.Reason;

/**
 * Which bits of which coefficients have come so far. Each may come once and in order, so that the scans of a frame are bounded
 * and a frame that lacks some is not taken for a whole one.
 */
final class DctProgress {
    private static final int NOTHING_YET = -1;

    private final boolean progressive;
    /** lowest bit that has come, by place in the zigzag sequence */
    private final Map<DctComponent, int[]> lowest = new IdentityHashMap<>();

    DctProgress(DctFrame frame) {
        progressive = frame.progressive();
        for (DctComponent component : frame.components()) {
            int[] none = new int[64];
            Arrays.fill(none, NOTHING_YET);
            lowest.put(component, none);
        }
    }

    void begin(DctScan scan) throws CodecException {
        boolean valid = scan.low() <= 13 && scan.last() <= 63 && (scan.first() == 0 ? scan.last() == 0
                : scan.first() <= scan.last() && scan.parts().size() == 1);
        if (progressive && !valid) {
            throw new CodecException(Reason.CORRUPT, "A scan has a band of coefficients that its frame cannot have");
        }
        for (DctScan.Part part : scan.parts()) {
            int[] bits = lowest.get(part.component());
            for (int k = scan.first(); k <= scan.last(); k++) {
                boolean follows = bits[k] == NOTHING_YET ? scan.high() == 0
                        : scan.high() == bits[k] && scan.low() == bits[k] - 1;
                if (!follows || k > 0 && scan.first() > 0 && bits[0] == NOTHING_YET) {
                    throw new CodecException(Reason.CORRUPT, "A scan repeats what has come or builds on what has not");
                }
                bits[k] = scan.low();
            }
        }
    }

    /** @param ended the codestream says that this was all */
    void checkComplete(DctFrame frame, boolean ended) throws CodecException {
        boolean complete = ended || !progressive;
        for (DctComponent component : frame.components()) {
            int[] bits = lowest.get(component);
            complete &= bits[0] == 0 && Arrays.stream(bits).allMatch(b -> b <= 0);
        }
        if (!complete) {
            throw new CodecException(Reason.CORRUPT, "The codestream ends before all scans of the frame have come");
        }
    }
}
