package sluice.viewer.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import sluice.viewer.nifti.NiftiException.Reason;

/** Opens files for reading, inflating those that begin as gzip whatever their name; failures to inflate are typed. */
final class NiftiStreams {

    static final int BUFFER = 1 << 16;

    /** Deflate cannot shrink further (258 bytes to 2 bits), so a file that promises more is truncated or hostile. */
    private static final long MOST_INFLATION = 1032;

    private NiftiStreams() {
    }

    static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return isGzip(in) ? new Inflating(new GZIPInputStream(in, BUFFER)) : in;
        } catch (EOFException | ZipException e) {
            in.close();
            throw new NiftiException(Reason.BAD_COMPRESSION, "the gzip header is damaged");
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    static boolean isGzip(Path file) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 2)) {
            return isGzip(in);
        }
    }

    /** At most this many bytes can come out of the file; exact for one that is not compressed. */
    static long mostBytes(Path file) throws IOException {
        long size = Files.size(file);
        return isGzip(file) ? Math.multiplyExact(size, MOST_INFLATION) : size;
    }

    /** The next {@code n} bytes, or fewer where the file ends; grows with what arrives, not with what was promised. */
    static byte[] upTo(InputStream in, int n) throws IOException {
        return in.readNBytes(n);
    }

    /** The next {@code n} bytes. */
    static byte[] exactly(InputStream in, int n) throws IOException {
        byte[] bytes = upTo(in, n);
        if (bytes.length < n) {
            throw new NiftiException(Reason.TRUNCATED, "the file ends " + (n - bytes.length) + " bytes too early");
        }
        return bytes;
    }

    static void skip(InputStream in, long n) throws IOException {
        try {
            in.skipNBytes(n);
        } catch (EOFException e) {
            throw new NiftiException(Reason.TRUNCATED, "the file ends before its voxels begin");
        }
    }

    private static final class Inflating extends FilterInputStream {

        Inflating(GZIPInputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            try {
                return in.read(b, off, len);
            } catch (EOFException e) {
                throw new NiftiException(Reason.TRUNCATED, "the compressed file ends before its content does");
            } catch (ZipException e) {
                throw new NiftiException(Reason.BAD_COMPRESSION, "the compressed content is damaged");
            }
        }

        @Override
        public long skip(long n) throws IOException {
            byte[] scratch = new byte[(int) Math.min(n, BUFFER)];
            long done = 0;
            while (done < n) {
                int got = read(scratch, 0, (int) Math.min(scratch.length, n - done));
                if (got < 0) {
                    break;
                }
                done += got;
            }
            return done;
        }
    }
}
