package sluice.viewer.dicom;

import java.io.IOException;

/** Makes frames of pixel data while it is written. Asked for the same frame twice, it gives the same bytes. */
public interface FrameMaker {

    /**
     * The bytes of one frame; not changed afterwards.
     *
     * @param index from 0
     */
    byte[] frame(int index) throws IOException;

    /** Bytes that {@link #frame} gives; asked for compressed frames before any of them is written. */
    default long length(int index) throws IOException {
        return frame(index).length;
    }
}
