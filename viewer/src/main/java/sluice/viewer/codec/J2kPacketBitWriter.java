package sluice.viewer.codec;

/** Writes bits of packet headers (ISO/IEC 15444-1 B.10.1); the counterpart of {@link J2kPacketBits}. */
final class J2kPacketBitWriter {
    private final CodestreamWriter out;
    private int current;
    private int left = 8;

    J2kPacketBitWriter(CodestreamWriter out) {
        this.out = out;
    }

    void bit(int bit) {
        left--;
        current |= bit << left;
        if (left == 0) {
            next();
        }
    }

    private void next() {
        out.u8(current);
        left = current == 0xff ? 7 : 8;
        current = 0;
    }

    void bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bit(value >> i & 1);
        }
    }

    /** Fills the last byte; behind 0xFF another one follows. */
    void align() {
        if (left < 8) {
            next();
            if (left == 7) {
                next();
            }
        }
        left = 8;
    }
}
