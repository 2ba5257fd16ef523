package sluice.viewer.nifti;

import java.util.Arrays;

/**
 * A header extension (nifti1.h, "extended header section"). On disk it is padded with zeros to a multiple of 16 bytes, and the
 * padding cannot be told from the content, so {@code bytes} as read include it.
 *
 * @param ecode what the content is: 2 = DICOM attributes, 4 = AFNI XML, 6 = plain text, 32 = CIFTI …
 * @param bytes the content, without the eight bytes of size and code
 */
public record NiftiExtension(int ecode, byte[] bytes) {

    public NiftiExtension {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Size on disk: eight bytes of size and code, the content, zeros up to a multiple of 16. */
    public long sizeOnDisk() {
        return (bytes.length + 8L + 15) / 16 * 16;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof NiftiExtension other && other.ecode == ecode && Arrays.equals(other.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * ecode + Arrays.hashCode(bytes);
    }

    /** Code and length only: the content may identify a person. */
    @Override
    public String toString() {
        return "NiftiExtension[ecode=" + ecode + ", " + bytes.length + " bytes]";
    }
}
