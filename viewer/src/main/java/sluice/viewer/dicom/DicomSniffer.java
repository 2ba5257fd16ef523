package sluice.viewer.dicom;

import java.io.IOException;

/** Decides from the first bytes of a file whether reading it as DICOM is worth trying. Has no state. */
public final class DicomSniffer {
    private static final int PREFIX = 128;

    private final DataDictionary dictionary;

    /** What the first bytes look like. */
    public enum Kind {
        /** The prefix of PS3.10 7.1, with or without its preamble. */
        PART_10,
        /** The first elements of a data set or of group 0002, without preamble and prefix. */
        DATA_SET,
        /** Something else. */
        NOT_DICOM
    }

    public DicomSniffer() {
        this(DataDictionary.standard());
    }

    public DicomSniffer(DataDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * @param head the first bytes of the file, at least 132 where it has as many; with some hundred more, data sets
     *     without a preamble are told more surely
     * @param length how many of them count
     */
    public Kind sniff(byte[] head, int length) {
        if (isPrefix(head, PREFIX, length)) {
            return Kind.PART_10;
        }
        if (isPrefix(head, 0, length)) {
            return Kind.PART_10;
        }
        try {
            HeapSource source = new HeapSource(head, length);
            boolean plausible = new EncodingGuess(source, dictionary, true).at(0) != null
                    || length > PREFIX && new EncodingGuess(source, dictionary, true).at(PREFIX) != null;
            return plausible ? Kind.DATA_SET : Kind.NOT_DICOM;
        } catch (IOException e) {
            return Kind.NOT_DICOM;
        }
    }

    private static boolean isPrefix(byte[] b, int at, int length) {
        return length >= at + 4 && b[at] == 'D' && b[at + 1] == 'I' && b[at + 2] == 'C' && b[at + 3] == 'M';
    }
}
