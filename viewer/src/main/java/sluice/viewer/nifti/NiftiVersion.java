package sluice.viewer.nifti;

/** The three header layouts. */
public enum NiftiVersion {
    /** 348 bytes without a magic; no orientation that can be trusted (dbh.h, Mayo Clinic) */
    ANALYZE_75(348, "analyze75.tsv"),
    /** 348 bytes, magic {@code n+1} or {@code ni1} (nifti1.h) */
    NIFTI_1(348, "nifti1.tsv"),
    /** 540 bytes, magic {@code n+2} or {@code ni2} (nifti2.h) */
    NIFTI_2(540, "nifti2.tsv");

    private final int headerBytes;
    private final String table;

    NiftiVersion(int headerBytes, String table) {
        this.headerBytes = headerBytes;
        this.table = table;
    }

    /** Size of the header proper, which is also the value of sizeof_hdr. */
    public int headerBytes() {
        return headerBytes;
    }

    /** Smallest vox_offset in a single file: header and the four bytes that announce extensions. */
    public int smallestOffset() {
        return headerBytes + 4;
    }

    String table() {
        return table;
    }
}
