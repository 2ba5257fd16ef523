package sluice.viewer.dicom;

/** Structural tags and classes of tags. */
final class Tags {
    static final int ITEM = 0xFFFEE000;
    static final int ITEM_DELIMITER = 0xFFFEE00D;
    static final int SEQUENCE_DELIMITER = 0xFFFEE0DD;
    static final int PIXEL_GROUP = 0x7FE0;
    static final long UNDEFINED = 0xFFFFFFFFL;

    private Tags() {}

    /** Float Pixel Data, Double Float Pixel Data, Pixel Data. */
    static boolean isPixelData(int tag) {
        return tag == 0x7FE00010 || tag == 0x7FE00008 || tag == 0x7FE00009;
    }

    static boolean isGroupLength(int tag) {
        return (tag & 0xFFFF) == 0;
    }

    static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0;
    }

    /** (gggg,0010) to (gggg,00FF) of an odd group (PS3.5 7.8.1). */
    static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && (tag & 0xFF00) == 0 && (tag & 0xFFFF) >= 0x10;
    }

    static boolean isStructural(int tag) {
        return tag >>> 16 == 0xFFFE;
    }
}
