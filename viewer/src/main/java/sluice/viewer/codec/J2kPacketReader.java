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
        for (int left = passes; left > 0;) {
            if (block.room(coding) == 0) {
                block.newSegment();
            }
            int now = Math.min(left, block.room(coding));
            int bits = block.lengthBits + 31 - Integer.numberOfLeadingZeros(now);
            if (bits > 31) {
                throw SegmentReader.corrupt("A code-block is longer than any can be");
            }
            touched.add(block);
            pieces.add(new int[] {block.segmentCount - 1, headers.bits(bits)});
            block.segments[2 * block.segmentCount - 2] += now;
            block.passes += now;
            left -= now;
        }
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
