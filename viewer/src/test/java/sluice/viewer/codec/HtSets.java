package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes images of one code-block as High-Throughput JPEG 2000 in the forms that the encoder does not: empty passes first, higher
 * bit-planes, passes that refine, several sets in layers, blocks of either kind. Simple and slow, as an opponent for the decoder.
 */
final class HtSets {
    private final int width;
    private final int height;
    private final int[] values;
    private final int precision;
    private final List<Layer> layers = new ArrayList<>();
    private int style = J2kCoding.HIGH_THROUGHPUT;
    /** twice the value and half a step, as the last set tells it */
    private int[] told;

    /** What a packet has of the block: pairs of passes and bytes. */
    private record Layer(int emptyPasses, List<Integer> passes, List<byte[]> segments, boolean arithmetic) {}

    /** @param values signed numbers of at most {@code precision} bits */
    HtSets(int width, int height, int[] values, int precision) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.precision = precision;
    }

    private int planes() {
        return precision + 1;
    }

    HtSets style(int more) {
        style |= more;
        return this;
    }

    /**
     * One set in a layer of its own.
     *
     * @param emptyPasses before it: three for each plane that it comes later
     * @param plane of its cleanup pass
     * @param refining passes: 0, 1 or 2
     */
    HtSets set(int emptyPasses, int plane, int refining) {
        List<Integer> passes = new ArrayList<>(List.of(1));
        List<byte[]> segments = new ArrayList<>(List.of(cleanup(plane)));
        if (refining > 0) {
            passes.add(refining);
            segments.add(refined(plane, refining == 2));
        }
        layers.add(new Layer(emptyPasses, passes, segments, false));
        return this;
    }

    /** Empty passes that make the sets so far complete, behind which the next may come. */
    HtSets emptyLayer(int... passes) {
        if (passes.length == 0) {
            return this;
        }
        List<Integer> all = new ArrayList<>();
        List<byte[]> none = new ArrayList<>();
        for (int p : passes) {
            all.add(p);
            none.add(new byte[0]);
        }
        layers.add(new Layer(0, all, none, false));
        return this;
    }

    HtSets arithmetic() {
        J2kBlock block = new J2kBlock(0, 0, width, height);
        new J2kBlockEncoder().encode(block, band(0));
        layers.add(new Layer(block.zeroPlanes, List.of(block.passes), List.of(bytes(block)), true));
        told = new int[values.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = 2 * values[i];
        }
        return this;
    }

    private J2kBand band(int plane) {
        J2kBand band = new J2kBand(new J2kArea(0, 0, width, height), 0, planes(), 0);
        for (int i = 0; i < values.length; i++) {
            band.values()[i] = values[i] < 0 ? -(-values[i] >> plane) : values[i] >> plane;
        }
        return band;
    }

    private static byte[] bytes(J2kBlock block) {
        byte[] out = new byte[block.size];
        System.arraycopy(block.data, 0, out, 0, out.length);
        return out;
    }

    private byte[] cleanup(int plane) {
        J2kBlock block = new J2kBlock(0, 0, width, height);
        J2kBand band = band(plane);
        new HtBlockEncoder().encode(block, band);
        told = new int[values.length];
        for (int i = 0; i < told.length; i++) {
            int v = band.values[i];
            told[i] = v == 0 ? 0 : Integer.signum(v) * (2 * Math.abs(v) + 1 << plane);
        }
        return bytes(block);
    }

    /** As in T.814 clause 7, and at once what a decoder has to make of it. */
    private byte[] refined(int plane, boolean magnitudes) {
        List<Integer> forward = new ArrayList<>();
        List<Integer> backward = new ArrayList<>();
        boolean[] old = new boolean[values.length];
        for (int i = 0; i < old.length; i++) {
            old[i] = told[i] != 0;
        }
        int below = plane - 1;
        for (int top = 0; top < height; top += 4) {
            for (int x = 0; x < width && magnitudes; x++) {
                for (int y = top; y < Math.min(height, top + 4); y++) {
                    int i = y * width + x;
                    if (old[i]) {
                        backward.add(Math.abs(values[i]) >> below & 1);
                        told[i] = Integer.signum(values[i]) * (2 * (Math.abs(values[i]) >> below) + 1 << below);
                    }
                }
            }
            for (int left = 0; left < width; left += 4) {
                List<Integer> found = new ArrayList<>();
                for (int x = left; x < Math.min(width, left + 4); x++) {
                    for (int y = top; y < Math.min(height, top + 4); y++) {
                        int i = y * width + x;
                        boolean causal = (style & J2kCoding.CAUSAL) != 0 && y == top + 3;
                        if (!old[i] && beside(x, y, causal)) {
                            int bit = Math.abs(values[i]) >> below & 1;
                            forward.add(bit);
                            if (bit == 1) {
                                told[i] = Integer.signum(values[i]) * (3 << below);
                                found.add(values[i] < 0 ? 1 : 0);
                            }
                        }
                    }
                }
                forward.addAll(found);
            }
        }
        byte[] first = packed(forward, false);
        byte[] last = packed(backward, true);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        for (int i = last.length - 1; i >= 0; i--) {
            all.write(last[i]);
        }
        return all.toByteArray();
    }

    private boolean beside(int x, int y, boolean causal) {
        for (int dy = -1; dy <= (causal ? 0 : 1); dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
                if (inside && told[(y + dy) * width + x + dx] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The lowest bit of a byte first, with the stuffing of either direction. */
    private static byte[] packed(List<Integer> bits, boolean backward) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int before = backward ? 0xff : 0;
        for (int i = 0; i < bits.size();) {
            int current = 0;
            int used = 0;
            int capacity = !backward && before == 0xff ? 7 : 8;
            while (used < capacity && i < bits.size()) {
                current |= bits.get(i++) << used++;
                if (backward && before > 0x8f && used == 7 && current == 0x7f) {
                    break;
                }
            }
            out.write(current);
            before = current;
        }
        if (!backward && before == 0xff) {
            out.write(0);
        }
        return out.toByteArray();
    }

    /** The values that a decoder has to give. */
    int[] told() {
        int[] out = told.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] /= 2;
        }
        return out;
    }

    ImageFormat format() {
        return new ImageFormat(height, width, 1, 16, 16, 15, true, "MONOCHROME2", false);
    }

    byte[] codestream() {
        CodestreamWriter out = new CodestreamWriter(1000);
        J2kHeaderWriter headers = new J2kHeaderWriter(out);
        headers.size(new Raster(height, width, 1, 2, new byte[2 * values.length], ""), new J2kDepth(precision + 1, true), true);
        headers.capabilities(planes());
        int coding = out.size();
        headers.coding(new J2kCoding(0, 6, 6, style, true, new int[] {0xff}), false, 0);
        headers.quantization(new J2kQuantization(0, 1, new int[] {planes()}, new int[1]));
        int start = headers.tileBegins();
        int lengthBits = 3;
        int passes = 0;
        boolean begun = false;
        for (Layer layer : layers) {
            J2kPacketBitWriter bits = new J2kPacketBitWriter(out);
            bits.bit(1);
            bits.bit(1);
            if (passes == 0) {
                int skipped = layer.arithmetic ? layer.emptyPasses : zeroPlanes;
                bits.bits(1, skipped + 1);
            }
            int empty = layer.arithmetic ? 0 : layer.emptyPasses;
            int sum = empty + layer.passes.stream().mapToInt(Integer::intValue).sum();
            passes(sum, bits);
            // of a block that may be of either kind the highest bit tells
            int spare = (style & J2kCoding.MIXED) != 0 && !begun && !layer.arithmetic ? 1 : 0;
            while (lengthBits < needed(layer, empty, begun) + spare || spare == 1 && lengthBits < 4) {
                bits.bit(1);
                lengthBits++;
            }
            bits.bit(0);
            for (int i = 0; i < layer.passes.size(); i++) {
                int n = layer.passes.get(i) + (i == 0 && !begun ? empty : 0);
                bits.bits(layer.segments.get(i).length, lengthBits + 31 - Integer.numberOfLeadingZeros(n));
            }
            bits.align();
            layer.segments.forEach(out::bytes);
            passes += sum;
            begun |= layer.segments.stream().anyMatch(s -> s.length > 0);
        }
        headers.tileEnds(start);
        byte[] all = out.toByteArray();
        all[coding + 7] = (byte) layers.size();
        return all;
    }

    private int zeroPlanes;

    /** @param planes that the tag tree tells to be zero */
    HtSets zeroPlanes(int planes) {
        zeroPlanes = planes;
        return this;
    }

    private static int needed(Layer layer, int empty, boolean begun) {
        int most = 0;
        for (int i = 0; i < layer.passes.size(); i++) {
            int n = layer.passes.get(i) + (i == 0 && !begun ? empty : 0);
            int bits = 32 - Integer.numberOfLeadingZeros(layer.segments.get(i).length);
            most = Math.max(most, bits - (31 - Integer.numberOfLeadingZeros(n)));
        }
        return most;
    }

    /** ISO/IEC 15444-1 table B.4, as far as it is needed here. */
    private static void passes(int n, J2kPacketBitWriter bits) {
        if (n <= 2) {
            bits.bits(n == 1 ? 0 : 2, n);
        } else if (n <= 5) {
            bits.bits(12 | n - 3, 4);
        } else if (n <= 36) {
            bits.bits(0x1e0 | n - 6, 9);
        } else {
            bits.bits(0xff80 | n - 37, 16);
        }
    }
}
