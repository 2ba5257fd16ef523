package sluice.viewer.nifti;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** A file under a passing name beside its final one; takes the final name when complete, and vanishes when not. */
final class PartFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean committed;

    PartFile(Path target, int level) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream plain = new BufferedOutputStream(Channels.newOutputStream(channel), NiftiStreams.BUFFER);
        this.out = NiftiFiles.isGzipName(target) ? new Gzip(plain, level) : plain;
    }

    OutputStream out() {
        return out;
    }

    void commit() throws IOException {
        if (out instanceof Gzip gzip) {
            gzip.finish();
        }
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            channel.close();
            Files.deleteIfExists(part);
        }
        if (out instanceof Gzip gzip) {
            gzip.release();
        }
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out, int level) throws IOException {
            super(out, NiftiStreams.BUFFER);
            def.setLevel(level);
        }

        /** Frees zlib's memory at once, without writing anything more. */
        void release() {
            def.end();
        }
    }
}
