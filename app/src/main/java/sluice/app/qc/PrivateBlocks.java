package sluice.app.qc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import sluice.app.deid.table.SafePrivate;

/** Keeps track of who reserved which private block while a data set is told (PS3.5 section 7.8.1). */
final class PrivateBlocks {
    private final SafePrivate safe;
    private final Deque<Map<Integer, String>> levels = new ArrayDeque<>();

    PrivateBlocks(SafePrivate safe) {
        this.safe = safe;
        levels.push(new HashMap<>());
    }

    void itemBegins() {
        levels.push(new HashMap<>());
    }

    void itemEnds() {
        levels.pop();
    }

    /** Notes a creator. */
    void heard(int tag, String text) {
        if (isCreator(tag)) {
            levels.peek().put(tag, text.strip());
        }
    }

    /** Whether a private element is a creator, or its creator's manufacturer calls it safe. */
    boolean safe(int tag) {
        if (isCreator(tag)) {
            return true;
        }
        String creator = levels.peek().get(tag & 0xFFFF0000 | (tag & 0xFF00) >>> 8);
        return creator != null && safe.find(creator, tag) != null;
    }

    private static boolean isCreator(int tag) {
        return (tag >>> 16 & 1) == 1 && (tag & 0xFFFF) >= 0x10 && (tag & 0xFFFF) <= 0xFF;
    }
}
