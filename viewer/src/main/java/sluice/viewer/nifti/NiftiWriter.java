package sluice.viewer.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import sluice.viewer.nifti.NiftiException.Reason;

/**
 * Writes {@code .nii}, {@code .hdr/.img} and Analyze, compressed where the name ends in .gz. The name decides the form: a NIfTI
 * header is turned from single file into pair or back, its vox_offset is computed anew, and bytes that stood behind the voxels
 * or between the extensions and the voxels are gone. Memory stays bounded by a buffer and the extensions. Each file appears under
 * its name when it is complete and on disk; of a pair the header comes last. Existing files are replaced.
 *
 * <p>Equal content gives equal bytes: gzip carries neither name nor time. A thread's interruption ends writing with an
 * {@link InterruptedIOException} and leaves nothing under the final name.
 */
public final class NiftiWriter {

    /** Deflate level used unless told otherwise; see docs/decisions/0010-nifti-compression.md. */
    public static final int DEFAULT_LEVEL = 1;

    private final int level;
    private final LongConsumer progress;

    public NiftiWriter() {
        this(DEFAULT_LEVEL, bytes -> { });
    }

    /**
     * @param level deflate level 1 (fast) to 9 (small)
     * @param progress told the voxel bytes written so far, after each buffer
     */
    public NiftiWriter(int level, LongConsumer progress) {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("deflate has levels 1 to 9");
        }
        this.level = level;
        this.progress = progress;
    }

    /**
     * Writes a header, extensions and voxels.
     *
     * @param voxels {@link NiftiHeader#voxelBytes()} bytes in the header's byte order; more or fewer is an error. Not closed.
     * @throws NiftiException BAD_REQUEST for a name that ends in none of .nii, .hdr, .img (.gz), Analyze as .nii or with
     *     extensions; TRUNCATED when the voxels end early
     */
    public void write(Path out, NiftiHeader header, List<NiftiExtension> extensions, InputStream voxels) throws IOException {
        boolean analyze = header.version() == NiftiVersion.ANALYZE_75;
        String ending = NiftiFiles.ending(out);
        if (ending.isEmpty()) {
            throw new NiftiException(Reason.BAD_REQUEST, "the name to write to must end in .nii, .hdr or .img, or these with .gz");
        }
        boolean pair = !ending.equals(".nii");
        if (analyze && !pair) {
            throw new NiftiException(Reason.BAD_REQUEST, "Analyze is a pair of files and cannot be written as .nii");
        }
        if (analyze && !extensions.isEmpty()) {
            throw new NiftiException(Reason.BAD_REQUEST, "Analyze has no extensions");
        }
        if (pair) {
            Path image = ending.equals(".img") ? out : NiftiFiles.sibling(out, ".img");
            Path head = ending.equals(".hdr") ? out : NiftiFiles.sibling(out, ".hdr");
            try (PartFile file = new PartFile(image, level)) {
                copy(voxels, file.out(), header.voxelBytes());
                file.commit();
            }
            try (PartFile file = new PartFile(head, level)) {
                writeHead(file.out(), header.placed(true, 0), extensions);
                file.commit();
            }
            return;
        }
        long offset = header.version().smallestOffset() + extensions.stream().mapToLong(NiftiExtension::sizeOnDisk).sum();
        try (PartFile file = new PartFile(out, level)) {
            writeHead(file.out(), header.placed(false, offset), extensions);
            copy(voxels, file.out(), header.voxelBytes());
            file.commit();
        }
    }

    /** Writes an image that has been read, unchanged but for its form. */
    public void write(Path out, NiftiImage image) throws IOException {
        try (InputStream voxels = image.openVoxels()) {
            write(out, image.header(), image.extensions(), voxels);
        }
    }

    /**
     * Copies a file with another header and other extensions; the voxel bytes stay as they are.
     *
     * @param cleaned a descendant of the file's own header: same layout, byte order, axes and datatype
     * @throws NiftiException what reading {@code in} finds; BAD_REQUEST when {@code cleaned} describes other voxels
     */
    public void rewrite(Path in, Path out, NiftiHeader cleaned, List<NiftiExtension> extensions) throws IOException {
        NiftiImage image = new NiftiReader().read(in);
        NiftiHeader own = image.header();
        boolean same = own.version() == cleaned.version() && own.order() == cleaned.order()
            && own.datatype().equals(cleaned.datatype());
        for (int axis = 1; axis <= 7; axis++) {
            same &= own.size(axis) == cleaned.size(axis);
        }
        if (!same) {
            throw new NiftiException(Reason.BAD_REQUEST, "the new header describes other voxels than the file holds");
        }
        try (InputStream voxels = image.openVoxels()) {
            write(out, cleaned, extensions, voxels);
        }
    }

    private static void writeHead(OutputStream out, NiftiHeader header, List<NiftiExtension> extensions) throws IOException {
        out.write(header.raw());
        if (header.version() == NiftiVersion.ANALYZE_75) {
            return;
        }
        out.write(new byte[] {(byte) (extensions.isEmpty() ? 0 : 1), 0, 0, 0});
        for (NiftiExtension extension : extensions) {
            if (extension.sizeOnDisk() > NiftiReader.MOST_EXTENSION_BYTES) {
                throw new NiftiException(Reason.BAD_EXTENSION, "an extension is too large to be written");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) extension.sizeOnDisk()).order(header.order());
            bytes.putInt((int) extension.sizeOnDisk()).putInt(extension.ecode()).put(extension.bytes());
            out.write(bytes.array());
        }
    }

    private void copy(InputStream in, OutputStream out, long promised) throws IOException {
        byte[] buffer = new byte[NiftiStreams.BUFFER];
        long done = 0;
        while (done < promised) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("writing was interrupted; nothing was kept");
            }
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, promised - done));
            if (got < 0) {
                throw new NiftiException(Reason.TRUNCATED, "the voxels end after " + done + " of " + promised + " bytes");
            }
            out.write(buffer, 0, got);
            done += got;
            progress.accept(done);
        }
        if (in.read() >= 0) {
            throw new NiftiException(Reason.BAD_REQUEST, "more voxels were given than the header describes");
        }
    }
}
