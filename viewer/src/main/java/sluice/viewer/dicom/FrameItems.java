package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** The items of encapsulated pixel data frame by frame (PS3.5 A.4). */
interface FrameItems {

    /** Bytes of each fragment of a frame, item headers not counted; at least one fragment. */
    long[] fragmentLengths(int frame) throws IOException;

    /** Writes the items of a frame with their headers, verbatim. */
    void copyItems(int frame, WritableByteChannel target) throws IOException;
}
