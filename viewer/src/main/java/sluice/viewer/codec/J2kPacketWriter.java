package sluice.viewer.codec;

/** Writes the packet of a precinct in the only layer (ISO/IEC 15444-1 B.9 and B.10). */
final class J2kPacketWriter {
    private J2kPacketWriter() {}

    static void write(J2kPrecinct precinct, CodestreamWriter out) {
        J2kPacketBitWriter bits = new J2kPacketBitWriter(out);
        bits.bit(1);
        for (J2kPrecinct.Part part : precinct.parts()) {
            int n = part.blocks.length;
            int[] inclusion = new int[n];
            int[] zeroPlanes = new int[n];
            for (int i = 0; i < n; i++) {
                inclusion[i] = part.blocks[i].included() ? 0 : 1;
                zeroPlanes[i] = part.blocks[i].zeroPlanes;
            }
            part.inclusion.set(inclusion);
            part.zeroPlanes.set(zeroPlanes);
            for (int i = 0; i < n; i++) {
                block(part, i, bits);
            }
        }
        bits.align();
        for (J2kPrecinct.Part part : precinct.parts()) {
            for (J2kBlock block : part.blocks) {
                out.bytes(block.data, 0, block.size);
            }
        }
    }

    private static void block(J2kPrecinct.Part part, int leaf, J2kPacketBitWriter bits) {
        J2kBlock block = part.blocks[leaf];
        part.inclusion.write(bits, leaf, 1);
        if (!block.included()) {
            return;
        }
        part.zeroPlanes.write(bits, leaf, block.zeroPlanes + 1);
        passes(block.passes, bits);
        int known = 31 - Integer.numberOfLeadingZeros(block.passes);
        int needed = 32 - Integer.numberOfLeadingZeros(block.size);
        while (block.lengthBits + known < needed) {
            bits.bit(1);
            block.lengthBits++;
        }
        bits.bit(0);
        bits.bits(block.size, block.lengthBits + known);
    }

    /** Table B.4. */
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
