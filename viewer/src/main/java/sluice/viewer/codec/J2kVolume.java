package sluice.viewer.codec;

import java.util.Comparator;

/**
 * A part of a tile's packets in one progression order (POC, ISO/IEC 15444-1 A.6.6 and B.12).
 *
 * @param resolution first resolution
 * @param component first component
 * @param layersEnd behind the last layer
 * @param resolutionsEnd behind the last resolution
 * @param componentsEnd behind the last component; 0 means 256
 * @param order 0 LRCP, 1 RLCP, 2 RPCL, 3 PCRL, 4 CPRL
 */
record J2kVolume(int resolution, int component, int layersEnd, int resolutionsEnd, int componentsEnd, int order) {

    J2kVolume {
        componentsEnd = componentsEnd == 0 ? 256 : componentsEnd;
    }

    boolean contains(J2kPrecinct p) {
        return p.resolution() >= resolution && p.resolution() < resolutionsEnd && p.component() >= component
                && p.component() < componentsEnd;
    }

    /** The order of precincts, layers aside. */
    Comparator<J2kPrecinct> precincts() throws CodecException {
        Comparator<J2kPrecinct> byResolution = Comparator.comparingInt(J2kPrecinct::resolution);
        Comparator<J2kPrecinct> byComponent = Comparator.comparingInt(J2kPrecinct::component);
        Comparator<J2kPrecinct> byPlace = Comparator.comparingInt(J2kPrecinct::gridY).thenComparingInt(J2kPrecinct::gridX);
        Comparator<J2kPrecinct> byIndex = Comparator.comparingInt(J2kPrecinct::index);
        return switch (order) {
            case 0, 1 -> byResolution.thenComparing(byComponent).thenComparing(byIndex);
            case 2 -> byResolution.thenComparing(byPlace).thenComparing(byComponent).thenComparing(byIndex);
            case 3 -> byPlace.thenComparing(byComponent).thenComparing(byResolution).thenComparing(byIndex);
            case 4 -> byComponent.thenComparing(byPlace).thenComparing(byResolution).thenComparing(byIndex);
            default -> throw SegmentReader.corrupt("The progression order is none of JPEG 2000");
        };
    }
}
