package sluice.viewer.nifti;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import sluice.viewer.nifti.NiftiException.Reason;

/**
 * Exactly the voxel bytes that the header promises: fewer in the file is TRUNCATED, and what lies behind them is not handed out.
 * Behind the last voxel it reads on a little, which makes gzip's checksum be compared; a file with more than that behind its
 * voxels is not read to its end only to be checked.
 */
final class VoxelStream extends FilterInputStream {

    private static final int READ_ON = 1 << 20;

    private final long promised;
    private long left;

    VoxelStream(InputStream in, long promised) {
        super(in);
        this.promised = promised;
        this.left = promised;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (left == 0) {
            return -1;
        }
        int got = in.read(b, off, (int) Math.min(len, left));
        if (got < 0) {
            throw new NiftiException(Reason.TRUNCATED, "the file ends after " + (promised - left) + " of " + promised
                + " voxel bytes; the last images are missing");
        }
        left -= got;
        if (left == 0) {
            NiftiStreams.upTo(in, READ_ON);
        }
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        return Math.max(0, read(new byte[(int) Math.max(1, Math.min(n, NiftiStreams.BUFFER))]));
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
