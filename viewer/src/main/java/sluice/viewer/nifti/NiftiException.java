package sluice.viewer.nifti;

import java.io.IOException;

/** A file that cannot be taken as NIfTI or Analyze, with the reason. The message holds numbers, never text of the file or its path. */
public final class NiftiException extends IOException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** the first bytes are no NIfTI or Analyze header */
        NOT_NIFTI,
        /** the file ends before the header, an extension or the voxels do */
        TRUNCATED,
        /** gzip data that cannot be inflated or whose checksum is wrong */
        BAD_COMPRESSION,
        /** number of axes outside 1 to 7, an axis shorter than 1, or a product beyond 64 bits */
        BAD_DIMENSIONS,
        /** a datatype code that no edition of the format defines */
        BAD_DATATYPE,
        /** bitpix is not what the datatype needs */
        BITPIX_MISMATCH,
        /** vox_offset is no whole number, lies inside the header, or beyond the file */
        BAD_OFFSET,
        /** an extension whose size is no positive multiple of 16 or that reaches beyond its place */
        BAD_EXTENSION,
        /** a header whose .img file is not there */
        IMAGE_MISSING,
        /** an .img file whose header is not there */
        HEADER_MISSING,
        /** orientation that is not finite or folds space flat */
        BAD_GEOMETRY,
        /** more voxels than the caller allowed to be loaded into memory */
        TOO_LARGE,
        /** values that cannot be turned into numbers, such as 128-bit floating point; the bytes can still be streamed */
        UNSUPPORTED_VALUES,
        /** the name asked for does not suit what is to be written, or the header is not the one of these voxels */
        BAD_REQUEST
    }

    private final Reason reason;

    public NiftiException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
