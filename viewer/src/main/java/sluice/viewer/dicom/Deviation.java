package sluice.viewer.dicom;

/**
 * One way in which a file differs from the standard and was read all the same.
 *
 * @param tag the element, as group << 16 | element; {@link DicomException#NO_TAG} where none applies
 * @param offset bytes from the start of the file (of the inflated data set)
 */
public record Deviation(Code code, int tag, long offset) {
    /** What differs. The names are stable: catalogues may keep them. */
    public enum Code {
        /** No 128 bytes before the prefix "DICM" (PS3.10 7.1). */
        NO_PREAMBLE,
        /** No group 0002; the encoding was found by looking. */
        NO_FILE_META,
        /** Group 0002 is not in Explicit VR Little Endian. */
        META_NOT_EXPLICIT,
        /** (0002,0000) is missing or differs from where group 0002 ends. */
        META_LENGTH_WRONG,
        /** Group 0002 lacks (0002,0010); the encoding was found by looking. */
        NO_TRANSFER_SYNTAX,
        /** The Transfer Syntax UID is not in the table; the encoding was found by looking. */
        UNKNOWN_TRANSFER_SYNTAX,
        /** The data set is not encoded as the Transfer Syntax says. */
        TRANSFER_SYNTAX_WRONG,
        /** Deflated with a zlib wrapper where the standard wants bare deflate (PS3.5 A.5). */
        ZLIB_WRAPPER,
        /** An element of group 0002 within the data set; it was moved or dropped. */
        META_IN_DATA_SET,
        /** An element of group 0000 within the data set. */
        COMMAND_IN_DATA_SET,
        /** An element in explicit VR where implicit was due, or the other way round. */
        VR_FORM_SWITCHED,
        /** A VR that the standard does not have; kept as UN. */
        VR_INVALID,
        /** A VR other than the dictionary's. */
        VR_MISMATCH,
        /** A length field in the other of the two explicit forms (PS3.5 7.1.2). */
        VR_LENGTH_FORM,
        /** Declared UN, taken as the VR of the dictionary. */
        UN_RESOLVED,
        /** Declared UN or unknown, holds a sequence and was read as one. */
        UN_SEQUENCE,
        /** Declared a sequence, holds no items; kept as UN. */
        NOT_A_SEQUENCE,
        /** A value of odd length; one padding byte is added on writing. */
        ODD_LENGTH,
        /** A sequence whose length does not agree with its items. */
        SEQUENCE_LENGTH_WRONG,
        /** An item whose length does not agree with its elements. */
        ITEM_LENGTH_WRONG,
        /** A delimitation item is missing. */
        MISSING_DELIMITER,
        /** A delimitation item or item where none is due. */
        STRAY_DELIMITER,
        /** A tag lower than the one before. */
        OUT_OF_ORDER,
        /** A tag twice in one data set: the first that has a value was kept. */
        DUPLICATE_TAG,
        /** Pixel data of defined length in an encapsulated Transfer Syntax, or encapsulated in a native one. */
        PIXEL_FORM_MISMATCH,
        /** The file ends within the pixel data. */
        TRUNCATED_PIXELS,
        /** The file ends within an element after the pixel data; that element is lost. */
        TRUNCATED_TAIL,
        /** Bytes after the last element that are no element. */
        TRAILING_BYTES,
        /** There are more deviations than are listed. */
        MORE
    }

    @Override
    public String toString() {
        return String.format("%s (%04X,%04X) @%d", code, tag >>> 16, tag & 0xFFFF, offset);
    }
}
