package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the packets of a tile (ISO/IEC 15444-1 B.9 to B.12) into its code-blocks. */
final class J2kPacketReader {
    private final J2kPacketBits body;
    private final J2kPacketBits headers;
    private final J2kParameters parameters;
    private final List<J2kBlock> touched = new ArrayList<>();
    private final List<int[]> pieces = new ArrayList<>();

    /**
     * @param body the tile's parts, joined
     * @param packed packet headers that stand in marker segments, null where they stand before their packets
     */
    J2kPacketReader(byte[] body, byte[] packed, J2kParameters parameters) {
        this.body = new J2kPacketBits(body, 0, body.length);
        this.headers = packed == null ? this.body : new J2kPacketBits(packed, 0, packed.length);
        this.parameters = parameters;
    }

    /** @throws CodecException also where the tile's bytes end before all packets are read */
    void read(J2kTileComponent[] components, List<J2kPrecinct> precincts) throws CodecException {
        for (J2kVolume volume : parameters.volumes()) {
            List<J2kPrecinct> chosen = new ArrayList<>();
            for (J2kPrecinct p : precincts) {
                if (volume.contains(p)) {
                    chosen.add(p);
                }
            }
            chosen.sort(volume.precincts());
            int layers = Math.min(volume.layersEnd(), parameters.layers());
            if (volume.order() == 0) {
                byLayer(components, chosen, layers);
            } else if (volume.order() == 1) {
                for (int from = 0; from < chosen.size();) {
                    int to = from;
                    while (to < chosen.size() && chosen.get(to).resolution() == chosen.get(from).resolution()) {
                        to++;
                    }
                    byLayer(components, chosen.subList(from, to), layers);
                    from = to;
                }
            } else {
                for (J2kPrecinct p : chosen) {
                    while (p.layer() < layers) {
                        packet(p, components[p.component()].coding());
                    }
                }
            }
        }
        if (precincts.stream().min(Comparator.comparingInt(J2kPrecinct::layer)).map(J2kPrecinct::layer).orElse(0)
                < (precincts.isEmpty() ? 0 : parameters.layers())) {
            throw SegmentReader.corrupt("The progression order leaves packets out");
        }
    }

    private void byLayer(J2kTileComponent[] components, List<J2kPrecinct> chosen, int layers) throws CodecException {
        for (int layer = 0; layer < layers; layer++) {
            for (J2kPrecinct p : chosen) {
                if (p.layer() == layer) {
                    packet(p, components[p.component()].coding());
                }
            }
        }
    }

    private void packet(J2kPrecinct precinct, J2kCoding coding) throws CodecException {
        body.skipMarker(0x91, 6);
        touched.clear();
        pieces.clear();
        if (headers.bit() == 1) {
            for (J2kPrecinct.Part part : precinct.parts()) {
                for (int i = 0; i < part.blocks.length; i++) {
                    block(part, i, precinct.layer(), coding);
                }
            }
        }
        headers.align();
        headers.skipMarker(0x92, 2);
        for (int i = 0; i < touched.size(); i++) {
            int length = pieces.get(i)[1];
            touched.get(i).append(pieces.get(i)[0], body.data(), body.take(length), length);
        }
        precinct.layerRead();
    }

    private void block(J2kPrecinct.Part part, int leaf, int layer, J2kCoding coding) throws CodecException {
        J2kBlock block = part.blocks[leaf];
        if (block.included()) {
            if (headers.bit() == 0) {
                return;
            }
        } else {
            if (!part.inclusion.below(headers, leaf, layer + 1)) {
                return;
            }
            int limit = 1;
            while (!part.zeroPlanes.below(headers, leaf, limit)) {
                if (++limit > 80) {
                    throw SegmentReader.corrupt("A code-block has more bit-planes than there are");
                }
            }
            block.zeroPlanes = part.zeroPlanes.value(leaf);
        }
        int passes = passes();
        while (headers.bit() == 1) {
            block.lengthBits++;
        }
        if (coding.has(J2kCoding.HIGH_THROUGHPUT) && !block.arithmetic) {
            highThroughput(block, passes, coding);
            return;
        }
        for (int left = passes; left > 0;) {
            if (block.room(coding) == 0) {
                block.newSegment();
            }
            int now = Math.min(left, block.room(coding));
            piece(block, now, headers.bits(lengthBits(block, now)));
            left -= now;
        }
    }

    /** Bytes of so many passes, for the block's last segment. */
    private void piece(J2kBlock block, int passes, int length) {
        touched.add(block);
        pieces.add(new int[] {block.segmentCount - 1, length});
        block.segments[2 * block.segmentCount - 2] += passes;
        block.passes += passes;
    }

    private static int lengthBits(J2kBlock block, int passes) throws CodecException {
        int bits = block.lengthBits + 31 - Integer.numberOfLeadingZeros(passes);
        if (bits > 31) {
            throw SegmentReader.corrupt("A code-block is longer than any can be");
        }
        return bits;
    }

    /**
     * Passes of a block that may be high-throughput (T.814 Annex B): sets of a cleanup pass in a segment of its own and up to
     * two that refine it in another. In front of them there may be passes without a byte, three for each bit-plane left out,
     * and until the first byte the lengths are told as those of the arithmetic coder are.
     */
    private void highThroughput(J2kBlock block, int passes, J2kCoding coding) throws CodecException {
        int left = passes;
        if (block.segmentCount == 0) {
            left = begin(block, passes, coding);
        }
        while (left > 0) {
            int done = block.passes % 3;
            int now = done == 0 ? 1 : Math.min(left, 3 - done);
            if (done != 2) {
                block.newSegment();
            }
            piece(block, now, headers.bits(lengthBits(block, now)));
            left -= now;
        }
    }

    /** @return how many passes are left behind the first that has bytes */
    private int begin(J2kBlock block, int passes, J2kCoding coding) throws CodecException {
        boolean mixed = coding.has(J2kCoding.MIXED);
        // as many as there are if the last that can be a cleanup pass is one
        int toCleanup = passes - (block.passes + passes - 1) % 3;
        int bits = lengthBits(block, toCleanup < 1 ? passes : toCleanup);
        int length = headers.bits(bits);
        boolean begins = toCleanup > 0 && length > 1
                && (!mixed || block.lengthBits > 3 && length >> bits - 1 == 0);
        if (begins) {
            block.placeholders = block.passes + toCleanup - 1;
            block.passes = block.placeholders;
            block.newSegment();
            piece(block, 1, length);
            return passes - toCleanup;
        }
        int more = lengthBits(block, passes) - bits;
        length = length << more | headers.bits(more);
        if (length > 0 && !mixed) {
            throw SegmentReader.corrupt("A high-throughput code-block has a length that none can have");
        }
        if (length > 0) {
            block.arithmetic = true;
            block.newSegment();
            block.segments[0] = block.passes;
            piece(block, passes, length);
        } else {
            block.passes += passes;
        }
        return 0;
    }

    /** Table B.4. */
    private int passes() throws CodecException {
        if (headers.bit() == 0) {
            return 1;
        }
        if (headers.bit() == 0) {
            return 2;
        }
        int v = headers.bits(2);
        if (v < 3) {
            return 3 + v;
        }
        v = headers.bits(5);
        return v < 31 ? 6 + v : 37 + headers.bits(7);
    }
}
