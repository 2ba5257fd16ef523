package sluice.viewer.codec;

import java.util.Arrays;

/**
 * Writes the three streams of a cleanup segment (T.814 7.1 and Annex F) and joins them: magnitudes with signs forward, events
 * behind them, codewords backward from the end. Not thread-safe.
 */
final class HtStreams {
    private final Stream samples = new Stream();
    private final Stream events = new Stream();
    private final Stream words = new Stream();
    private int state;
    private int run;
    private boolean high;

    /** Bytes, of which the last is not full yet. */
    private static final class Stream {
        byte[] data = new byte[256];
        int size;
        int current;
        int used;

        void next() {
            if (size == data.length) {
                data = Arrays.copyOf(data, 2 * size);
            }
            data[size++] = (byte) current;
            current = 0;
            used = 0;
        }

        /** Bits of this byte, if it stands behind one that ended as a marker would begin. */
        int capacity() {
            return size > 0 && data[size - 1] == -1 ? 7 : 8;
        }

        void clear() {
            size = 0;
            current = 0;
            used = 0;
        }
    }

    void start() {
        samples.clear();
        events.clear();
        words.clear();
        state = 0;
        run = 0;
        // the half byte at the end is taken, and counts as ones
        words.current = 0xf;
        words.used = 4;
        high = true;
    }

    /** The lowest {@code length} bits of a magnitude with its sign. */
    void sample(int value, int length) {
        int rest = value;
        for (int left = length; left > 0;) {
            int n = Math.min(left, samples.capacity() - samples.used);
            samples.current |= (rest & (1 << n) - 1) << samples.used;
            samples.used += n;
            rest >>>= n;
            left -= n;
            if (samples.used == samples.capacity()) {
                samples.next();
            }
        }
    }

    void event(boolean happens) {
        int exponent = HtRuns.exponent(state);
        if (!happens) {
            if (++run == 1 << exponent) {
                eventBit(1);
                run = 0;
                state = Math.min(12, state + 1);
            }
            return;
        }
        eventBit(0);
        for (int i = exponent - 1; i >= 0; i--) {
            eventBit(run >> i & 1);
        }
        run = 0;
        state = Math.max(0, state - 1);
    }

    private void eventBit(int bit) {
        events.used++;
        events.current |= bit << events.capacity() - events.used;
        if (events.used == events.capacity()) {
            events.next();
        }
    }

    /** The lowest {@code length} bits of codewords. */
    void word(int value, int length) {
        int rest = value;
        for (int left = length; left > 0;) {
            int capacity = high ? 7 : 8;
            int n = Math.min(left, capacity - words.used);
            words.current |= (rest & (1 << n) - 1) << words.used;
            words.used += n;
            rest >>>= n;
            left -= n;
            if (words.used < capacity) {
                continue;
            }
            if (high && words.current != 0x7f) {
                high = false;
                continue;
            }
            high = words.current > 0x8f;
            words.next();
        }
    }

    /** Ends the streams and makes them the only segment of a block. */
    void finish(J2kBlock block) {
        finishSamples();
        if (run > 0) {
            eventBit(1);
        }
        if (events.used > 0 || events.capacity() == 7) {
            events.next();
        }
        if (words.used > 0) {
            words.next();
        }
        int suffix = events.size + words.size + 1;
        byte[] all = new byte[samples.size + suffix];
        System.arraycopy(samples.data, 0, all, 0, samples.size);
        System.arraycopy(events.data, 0, all, samples.size, events.size);
        for (int i = 0; i < words.size; i++) {
            all[all.length - 2 - i] = words.data[i];
        }
        all[all.length - 2] = (byte) (all[all.length - 2] & 0xf0 | suffix & 0xf);
        all[all.length - 1] = (byte) (suffix >> 4);
        block.newSegment();
        block.passes = 1;
        block.segments[0] = 1;
        block.append(0, all, 0, all.length);
    }

    /** Filled up with ones; a last byte of ones is left out, since decoders add it. */
    private void finishSamples() {
        if (samples.used > 0) {
            samples.current |= (1 << samples.capacity()) - (1 << samples.used);
            if (samples.current != 0xff) {
                samples.next();
            }
        } else if (samples.capacity() == 7) {
            samples.size--;
        }
    }
}
