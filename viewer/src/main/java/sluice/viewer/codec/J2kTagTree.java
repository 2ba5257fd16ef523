package sluice.viewer.codec;

import java.util.Arrays;

/** A tag tree (ISO/IEC 15444-1 B.10.2): a field of small numbers, coded from its minima down. */
final class J2kTagTree {
    private static final int UNKNOWN = Integer.MAX_VALUE;
    private final int[] parent;
    private final int[] value;
    private final int[] low;
    private final boolean[] told;
    private final int[] path = new int[32];

    J2kTagTree(int width, int height) {
        int nodes = 0;
        int w = width;
        int h = height;
        while (true) {
            nodes += w * h;
            if (w * h <= 1) {
                break;
            }
            w = w + 1 >> 1;
            h = h + 1 >> 1;
        }
        parent = new int[nodes];
        value = new int[nodes];
        low = new int[nodes];
        told = new boolean[nodes];
        Arrays.fill(value, UNKNOWN);
        int base = 0;
        w = width;
        h = height;
        while (w * h > 1) {
            int next = base + w * h;
            int nextWidth = w + 1 >> 1;
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    parent[base + y * w + x] = next + (y >> 1) * nextWidth + (x >> 1);
                }
            }
            base = next;
            w = nextWidth;
            h = h + 1 >> 1;
        }
        if (nodes > 0) {
            parent[nodes - 1] = -1;
        }
    }

    /** Reads until it is known whether the leaf is below the threshold. */
    boolean below(J2kPacketBits in, int leaf, int threshold) throws CodecException {
        int depth = path(leaf);
        int least = 0;
        for (int i = depth - 1; i >= 0; i--) {
            int node = path[i];
            low[node] = Math.max(low[node], least);
            while (low[node] < threshold && value[node] == UNKNOWN) {
                if (in.bit() == 1) {
                    value[node] = low[node];
                } else {
                    low[node]++;
                }
            }
            least = low[node];
        }
        return value[leaf] < threshold;
    }

    /** The value of a leaf that is known. */
    int value(int leaf) {
        return value[leaf];
    }

    /** For writing: values of the leaves. */
    void set(int[] leaves) {
        System.arraycopy(leaves, 0, value, 0, leaves.length);
        for (int node = 0; node < parent.length; node++) {
            if (parent[node] >= 0) {
                value[parent[node]] = Math.min(value[parent[node]], value[node]);
            }
        }
    }

    /** Writes what {@link #below} reads. */
    void write(J2kPacketBitWriter out, int leaf, int threshold) {
        int depth = path(leaf);
        int least = 0;
        for (int i = depth - 1; i >= 0; i--) {
            int node = path[i];
            low[node] = Math.max(low[node], least);
            while (low[node] < threshold && !told[node]) {
                if (low[node] >= value[node]) {
                    out.bit(1);
                    told[node] = true;
                } else {
                    out.bit(0);
                    low[node]++;
                }
            }
            least = low[node];
        }
    }

    private int path(int leaf) {
        int depth = 0;
        for (int node = leaf; node >= 0; node = parent[node]) {
            path[depth++] = node;
        }
        return depth;
    }
}
