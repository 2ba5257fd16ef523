package sluice.viewer.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import sluice.viewer.nifti.NiftiException.Reason;

/**
 * A file that has been opened: header, extensions, and the voxels on request. Holds no file open. Voxels lie x fastest, then y,
 * z, t and so on, in the header's byte order.
 */
public final class NiftiImage {

    private final NiftiHeader header;
    private final List<NiftiExtension> extensions;
    private final Path voxelFile;

    NiftiImage(NiftiHeader header, List<NiftiExtension> extensions, Path voxelFile) {
        this.header = header;
        this.extensions = List.copyOf(extensions);
        this.voxelFile = voxelFile;
    }

    public NiftiHeader header() {
        return header;
    }

    public List<NiftiExtension> extensions() {
        return extensions;
    }

    /**
     * The stored voxel bytes, {@link NiftiHeader#voxelBytes()} of them, in constant memory. Reading throws
     * {@link NiftiException} TRUNCATED or BAD_COMPRESSION where the file turns out to be damaged.
     */
    public InputStream openVoxels() throws IOException {
        InputStream in = NiftiStreams.open(voxelFile);
        try {
            NiftiStreams.skip(in, header.voxOffset());
            return new VoxelStream(in, header.voxelBytes());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whether reaching a voxel means inflating everything before it. */
    public boolean isCompressed() throws IOException {
        return NiftiStreams.isGzip(voxelFile);
    }

    /**
     * Some of the stored voxel bytes.
     *
     * @param from first byte, counted from the first voxel
     * @throws NiftiException TRUNCATED, BAD_COMPRESSION
     */
    public byte[] read(long from, int length) throws IOException {
        try (InputStream in = NiftiStreams.open(voxelFile)) {
            NiftiStreams.skip(in, header.voxOffset() + from);
            return NiftiStreams.exactly(in, length);
        }
    }

    /**
     * Reads all voxels into memory.
     *
     * @param mostBytes refuse above this many bytes of voxels
     * @throws NiftiException TOO_LARGE, UNSUPPORTED_VALUES, TRUNCATED, BAD_COMPRESSION
     */
    public NiftiVoxels load(long mostBytes) throws IOException {
        long bytes = header.voxelBytes();
        if (bytes > mostBytes || bytes > Integer.MAX_VALUE - 16) {
            throw new NiftiException(Reason.TOO_LARGE, bytes + " bytes of voxels are more than is allowed in memory");
        }
        NiftiVoxels.requireNumbers(header.datatype());
        try (InputStream in = openVoxels()) {
            return new NiftiVoxels(header, NiftiStreams.exactly(in, (int) bytes));
        }
    }
}
