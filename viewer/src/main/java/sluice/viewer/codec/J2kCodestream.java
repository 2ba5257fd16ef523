package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JPEG 2000 codestream taken apart into main header and tiles (ISO/IEC 15444-1 Annex A); tiles are not decoded yet. */
final class J2kCodestream {
    private final byte[] data;
    private J2kSize size;
    private J2kParameters main;
    private final TreeMap<Integer, Tile> tiles = new TreeMap<>();
    private final TreeMap<Integer, byte[]> packedOfMain = new TreeMap<>();
    private SegmentReader packed;

    private J2kCodestream(byte[] data) {
        this.data = data;
    }

    /** What was found of one tile. */
    static final class Tile {
        J2kParameters parameters;
        final ByteArrayOutputStream body = new ByteArrayOutputStream();
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        boolean packedHeaders;
    }

    /** Reads all headers and collects each tile's bytes. */
    static J2kCodestream read(byte[] frame, ImageFormat format) throws CodecException {
        J2kCodestream it = new J2kCodestream(frame);
        SegmentReader in = new SegmentReader(frame, start(frame), frame.length);
        if (in.marker() != 0x4f || in.marker() != 0x51) {
            throw SegmentReader.corrupt("The frame does not begin as JPEG 2000 does");
        }
        it.size = J2kSize.read(in.segment(), format);
        it.main = new J2kParameters(it.size.components());
        it.mainHeader(in);
        it.main.check();
        it.tileParts(in);
        return it;
    }

    /** Where the codestream starts within the boxes of a JP2 file, which DICOM does not want and has nevertheless. */
    private static int start(byte[] frame) throws CodecException {
        SegmentReader in = new SegmentReader(frame, 0, frame.length);
        if (in.u16() == 0xff4f) {
            return 0;
        }
        in.moveTo(0);
        while (in.remaining() >= 8) {
            int from = in.position();
            long length = in.u32();
            long type = in.u32();
            if (length == 1) {
                length = in.u32() << 32 | in.u32();
            }
            if (type == 0x6a703263) {
                return in.position();
            }
            if (length < 8 || length > frame.length - from) {
                break;
            }
            in.moveTo((int) (from + length));
        }
        throw SegmentReader.corrupt("The frame does not begin as JPEG 2000 does");
    }

    private void mainHeader(SegmentReader in) throws CodecException {
        while (true) {
            int at = in.position();
            int marker = in.marker();
            if (marker == 0x90) {
                in.moveTo(at);
                break;
            }
            SegmentReader segment = in.segment();
            if (marker == 0x60) {
                int index = segment.u8();
                if (packedOfMain.put(index, rest(segment)) != null) {
                    throw SegmentReader.corrupt("Packed packet headers are there twice");
                }
            } else if (marker < 0x50 || marker > 0x6f) {
                throw SegmentReader.corrupt("A marker stands where none may");
            } else {
                main.read(marker, segment);
            }
        }
        if (!packedOfMain.isEmpty()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            packedOfMain.values().forEach(all::writeBytes);
            byte[] joined = all.toByteArray();
            packed = new SegmentReader(joined, 0, joined.length);
        }
    }

    private static byte[] rest(SegmentReader segment) throws CodecException {
        byte[] bytes = new byte[segment.remaining()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) segment.u8();
        }
        return bytes;
    }

    private void tileParts(SegmentReader in) throws CodecException {
        int count = size.tilesAcross() * size.tilesDown();
        if ((long) size.tilesAcross() * size.tilesDown() > 65535) {
            throw SegmentReader.corrupt("There are more tiles than there may be");
        }
        while (in.remaining() >= 2) {
            int from = in.position();
            int marker = in.marker();
            if (marker == 0xd9) {
                break;
            }
            if (marker != 0x90) {
                throw SegmentReader.corrupt("A marker stands where none may");
            }
            SegmentReader sot = in.segment();
            int index = sot.u16();
            long length = sot.u32();
            if (index >= count) {
                throw SegmentReader.corrupt("A tile lies outside the image");
            }
            int end = end(in, from, length);
            Tile tile = tiles.get(index);
            if (tile == null) {
                tile = new Tile();
                tile.parameters = main.copy();
                tiles.put(index, tile);
            }
            SegmentReader part = new SegmentReader(data, in.position(), end);
            tileHeader(part, tile);
            tile.body.write(data, part.position(), end - part.position());
            in.moveTo(end);
        }
        if (tiles.size() != count) {
            throw SegmentReader.corrupt("The codestream lacks tiles");
        }
    }

    /** The end of a tile-part; length 0 means up to the end of the codestream. */
    private int end(SegmentReader in, int from, long length) throws CodecException {
        if (length == 0) {
            int end = data.length;
            int stop = Math.max(in.position(), end - 3);
            for (int i = end - 2; i >= stop; i--) {
                if (data[i] == (byte) 0xff && data[i + 1] == (byte) 0xd9) {
                    return i;
                }
            }
            return end;
        }
        if (length < in.position() - from || length > data.length - from) {
            throw SegmentReader.corrupt("A tile-part is longer than the codestream");
        }
        return (int) (from + length);
    }

    private void tileHeader(SegmentReader in, Tile tile) throws CodecException {
        Map<Integer, byte[]> parts = new TreeMap<>();
        while (true) {
            int marker = in.marker();
            if (marker == 0x93) {
                break;
            }
            SegmentReader segment = in.segment();
            if (marker == 0x61) {
                tile.packedHeaders = true;
                parts.put(segment.u8(), rest(segment));
            } else if (marker < 0x50 || marker > 0x6f) {
                throw SegmentReader.corrupt("A marker stands where none may");
            } else {
                tile.parameters.read(marker, segment);
            }
        }
        parts.values().forEach(tile.packed::writeBytes);
        if (packed != null) {
            tile.packedHeaders = true;
            long length = packed.u32();
            if (length > packed.remaining()) {
                throw SegmentReader.corrupt("Packed packet headers are cut");
            }
            for (long i = 0; i < length; i++) {
                tile.packed.write(packed.u8());
            }
        }
    }

    J2kSize size() {
        return size;
    }

    /** Indices of the tiles, which are all there. */
    List<Integer> tiles() {
        return new ArrayList<>(tiles.keySet());
    }

    /** A tile, which is not kept: its bytes are needed once. */
    Tile take(int index) {
        return tiles.remove(index);
    }
}
