package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.List;

/** The coding parameters of the main header, or of a tile once its own headers are read. */
final class J2kParameters {
    private static final int MOST_VOLUMES = 256;
    private static final long PART_15 = 1L << 32 - 15;
    private final J2kCoding[] coding;
    private final J2kQuantization[] quantization;
    private final int[] shift;
    private final boolean[] ownCoding;
    private final boolean[] ownQuantization;
    private List<J2kVolume> volumes = List.of();
    private boolean volumesOfMain;
    private int progression;
    private int layers;
    private boolean transform;
    private boolean highThroughput;

    J2kParameters(int components) {
        coding = new J2kCoding[components];
        quantization = new J2kQuantization[components];
        shift = new int[components];
        ownCoding = new boolean[components];
        ownQuantization = new boolean[components];
    }

    /** For a tile: what its headers say goes before what the main header says. */
    J2kParameters copy() {
        int n = coding.length;
        J2kParameters other = new J2kParameters(n);
        System.arraycopy(coding, 0, other.coding, 0, n);
        System.arraycopy(quantization, 0, other.quantization, 0, n);
        System.arraycopy(shift, 0, other.shift, 0, n);
        other.volumes = volumes;
        other.volumesOfMain = true;
        other.progression = progression;
        other.layers = layers;
        other.transform = transform;
        other.highThroughput = highThroughput;
        return other;
    }

    /** Takes a marker segment of a header; false where it is none of these. */
    boolean read(int marker, SegmentReader in) throws CodecException {
        switch (marker) {
            case 0x50 -> readCap(in);
            case 0x52 -> readCod(in);
            case 0x53 -> {
                int c = component(in);
                boolean precincts = (in.u8() & 1) != 0;
                coding[c] = J2kCoding.read(in, precincts);
                ownCoding[c] = true;
            }
            case 0x5c -> {
                J2kQuantization read = J2kQuantization.read(in);
                for (int i = 0; i < quantization.length; i++) {
                    quantization[i] = ownQuantization[i] ? quantization[i] : read;
                }
            }
            case 0x5d -> {
                int c = component(in);
                quantization[c] = J2kQuantization.read(in);
                ownQuantization[c] = true;
            }
            case 0x5e -> {
                int c = component(in);
                if (in.u8() != 0) {
                    throw SegmentReader.unsupported("A region of interest of unknown kind");
                }
                shift[c] = in.u8();
            }
            case 0x5f -> readPoc(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Which parts of JPEG 2000 it takes to decode this (CAP, T.814 Annex A): Part 15 is there, no other. */
    private void readCap(SegmentReader in) throws CodecException {
        long parts = in.u32();
        if ((parts & ~PART_15) != 0) {
            throw SegmentReader.unsupported("Parts of JPEG 2000 other than the first and High-Throughput");
        }
        highThroughput = parts != 0;
    }

    private void readCod(SegmentReader in) throws CodecException {
        int style = in.u8();
        progression = in.u8();
        layers = in.u16();
        transform = in.u8() != 0;
        if (progression > 4 || layers < 1) {
            throw SegmentReader.corrupt("The progression order is none of JPEG 2000");
        }
        J2kCoding read = J2kCoding.read(in, (style & 1) != 0);
        for (int i = 0; i < coding.length; i++) {
            coding[i] = ownCoding[i] ? coding[i] : read;
        }
    }

    private void readPoc(SegmentReader in) throws CodecException {
        List<J2kVolume> all = new ArrayList<>(volumesOfMain ? List.of() : volumes);
        volumesOfMain = false;
        while (in.remaining() > 0) {
            all.add(new J2kVolume(in.u8(), in.u8(), in.u16(), in.u8(), in.u8(), in.u8()));
            if (all.size() > MOST_VOLUMES) {
                throw SegmentReader.unsupported("More changes of the progression order than any encoder makes");
            }
        }
        volumes = List.copyOf(all);
    }

    private int component(SegmentReader in) throws CodecException {
        int c = in.u8();
        if (c >= coding.length) {
            throw SegmentReader.corrupt("A header is for a component that the image has not");
        }
        return c;
    }

    /** @throws CodecException where something is missing */
    void check() throws CodecException {
        for (int i = 0; i < coding.length; i++) {
            if (coding[i] == null || quantization[i] == null) {
                throw SegmentReader.corrupt("The headers lack coding style or quantisation");
            }
            if (coding[i].has(J2kCoding.HIGH_THROUGHPUT) && !highThroughput) {
                throw SegmentReader.corrupt("Code-blocks are high-throughput ones, and the header does not say so");
            }
        }
        if (transform && (coding.length < 3 || coding[0].reversible() != coding[1].reversible()
                || coding[0].reversible() != coding[2].reversible())) {
            throw SegmentReader.corrupt("A colour transform without three like components");
        }
    }

    J2kCoding coding(int component) {
        return coding[component];
    }

    J2kQuantization quantization(int component) {
        return quantization[component];
    }

    /** Bits by which a region of interest was shifted up (maximum shift method). */
    int shift(int component) {
        return shift[component];
    }

    int layers() {
        return layers;
    }

    boolean transform() {
        return transform;
    }

    /** The parts of the packet sequence, one where the progression order does not change. */
    List<J2kVolume> volumes() {
        return volumes.isEmpty() ? List.of(new J2kVolume(0, 0, layers, 33, 255, progression)) : volumes;
    }
}
