package sluice.viewer.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.viewer.nifti.NiftiException.Reason;

/**
 * Reads {@code .nii}, {@code .hdr/.img} and Analyze, plain or compressed. Of a pair either half may be named. Nothing is held in
 * memory but the header and its extensions, which are bounded by {@link #MOST_EXTENSION_BYTES}.
 */
public final class NiftiReader {

    /** Extensions beyond this are refused; the largest in use (CIFTI's XML) have some ten million bytes. */
    public static final int MOST_EXTENSION_BYTES = 1 << 28;

    /**
     * The header alone; of a compressed file only the beginning is inflated.
     *
     * @throws NiftiException NOT_NIFTI, TRUNCATED and the header's own contradictions; HEADER_MISSING for an .img alone
     */
    public NiftiHeader readHeader(Path file) throws IOException {
        try (InputStream in = NiftiStreams.open(headerFile(file))) {
            return header(in);
        }
    }

    /**
     * Header, extensions, and the place of the voxels, whose size is compared with the file's: exactly for a plain file, against
     * the most that deflate can inflate to for a compressed one.
     *
     * @throws NiftiException with the reason; IMAGE_MISSING for a header whose .img is not there
     */
    public NiftiImage read(Path file) throws IOException {
        Path headerFile = headerFile(file);
        try (InputStream in = NiftiStreams.open(headerFile)) {
            NiftiHeader header = header(in);
            Path voxelFile = header.isPair() ? imageFile(headerFile) : headerFile;
            long most = NiftiStreams.mostBytes(voxelFile);
            if (header.voxOffset() > MOST_EXTENSION_BYTES) {
                throw new NiftiException(Reason.BAD_OFFSET, "vox_offset " + header.voxOffset()
                    + " leaves more room for extensions than is believable");
            }
            if (header.voxOffset() > most) {
                throw new NiftiException(Reason.BAD_OFFSET, "vox_offset " + header.voxOffset()
                    + " lies beyond the end of the file");
            }
            if (header.voxOffset() + header.voxelBytes() > most) {
                throw new NiftiException(Reason.TRUNCATED, "the header promises " + header.voxelBytes()
                    + " bytes of voxels from byte " + header.voxOffset() + " on; the file cannot hold more than " + most);
            }
            return new NiftiImage(header, extensions(in, header), voxelFile);
        }
    }

    private static NiftiHeader header(InputStream in) throws IOException {
        byte[] first = NiftiStreams.upTo(in, NiftiVersion.NIFTI_1.headerBytes());
        if (first.length >= 4 && (intAt(first, ByteOrder.LITTLE_ENDIAN) == 540 || intAt(first, ByteOrder.BIG_ENDIAN) == 540)) {
            byte[] rest = NiftiStreams.upTo(in, NiftiVersion.NIFTI_2.headerBytes() - first.length);
            ByteBuffer all = ByteBuffer.allocate(first.length + rest.length).put(first).put(rest);
            return NiftiHeader.parse(all.array());
        }
        return NiftiHeader.parse(first);
    }

    private static int intAt(byte[] b, ByteOrder order) {
        return ByteBuffer.wrap(b).order(order).getInt(0);
    }

    /** The stream stands behind the header. */
    private static List<NiftiExtension> extensions(InputStream in, NiftiHeader header) throws IOException {
        List<NiftiExtension> found = new ArrayList<>();
        if (header.version() == NiftiVersion.ANALYZE_75) {
            return found;
        }
        byte[] announced = NiftiStreams.upTo(in, 4);
        if (announced.length < 4 || announced[0] == 0) {
            return found;
        }
        long room = header.isPair() ? MOST_EXTENSION_BYTES : header.voxOffset() - header.version().smallestOffset();
        long budget = MOST_EXTENSION_BYTES;
        while (room > 0) {
            byte[] head = NiftiStreams.upTo(in, (int) Math.min(8, room));
            if (head.length == 0 && header.isPair() || isPadding(head, in, room)) {
                break;
            }
            if (head.length < 8) {
                throw new NiftiException(Reason.BAD_EXTENSION, "an extension ends inside its size and code");
            }
            ByteBuffer sizeAndCode = ByteBuffer.wrap(head).order(header.order());
            int size = sizeAndCode.getInt(0);
            if (size < 16 || size % 16 != 0 || size > room || size > budget) {
                throw new NiftiException(Reason.BAD_EXTENSION, "extension " + (found.size() + 1) + " claims " + size
                    + " bytes where a positive multiple of 16 up to " + Math.min(room, budget) + " is possible");
            }
            found.add(new NiftiExtension(sizeAndCode.getInt(4), NiftiStreams.exactly(in, size - 8)));
            room -= size;
            budget -= size;
        }
        return found;
    }

    /** Some writers round vox_offset up; zeros up to the voxels are no extension. */
    private static boolean isPadding(byte[] head, InputStream in, long room) throws IOException {
        for (byte b : head) {
            if (b != 0) {
                return false;
            }
        }
        byte[] scratch = new byte[NiftiStreams.BUFFER];
        long left = room - head.length;
        while (left > 0) {
            int got = in.read(scratch, 0, (int) Math.min(scratch.length, left));
            if (got < 0) {
                return true;
            }
            for (int i = 0; i < got; i++) {
                if (scratch[i] != 0) {
                    throw new NiftiException(Reason.BAD_EXTENSION, "an extension claims no bytes but others follow");
                }
            }
            left -= got;
        }
        return true;
    }

    private static Path headerFile(Path file) throws NiftiException {
        if (!NiftiFiles.ending(file).equals(".img")) {
            return file;
        }
        return NiftiFiles.existingSibling(file, ".hdr").orElseThrow(() -> new NiftiException(Reason.HEADER_MISSING,
            "these are the voxels of a pair, and the .hdr file that explains them is not beside them"));
    }

    private static Path imageFile(Path headerFile) throws NiftiException {
        if (NiftiFiles.ending(headerFile).isEmpty()) {
            throw new NiftiException(Reason.IMAGE_MISSING,
                "the header says that the voxels are in a second file, and this file's name does not tell which");
        }
        return NiftiFiles.existingSibling(headerFile, ".img").orElseThrow(() -> new NiftiException(Reason.IMAGE_MISSING,
            "the header says that the voxels are in an .img file, and there is none beside it"));
    }
}
