package sluice.viewer.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Decides whether a file is NIfTI or Analyze from its first bytes, inflated where needed, and its name. */
public final class NiftiSniffer {

    /** What it is. */
    public enum Kind {
        /** header and voxels in one file */
        SINGLE,
        /** NIfTI header of a pair */
        PAIR_HEADER,
        /** Analyze 7.5 header; taken for one only where the name ends in .hdr, since it has no magic */
        ANALYZE_HEADER,
        /** voxels of a pair, whose header lies beside them */
        PAIR_IMAGE,
        /** none of these */
        NONE
    }

    /**
     * Looks at a file; reads at most one buffer of it, or of its header if it is an .img.
     *
     * @throws IOException when it cannot be read; a damaged or foreign file is NONE
     */
    public Kind sniff(Path file) throws IOException {
        if (NiftiFiles.ending(file).equals(".img")) {
            Optional<Path> header = NiftiFiles.existingSibling(file, ".hdr");
            if (header.isEmpty()) {
                return Kind.NONE;
            }
            Kind kind = sniff(header.get());
            return kind == Kind.PAIR_HEADER || kind == Kind.ANALYZE_HEADER ? Kind.PAIR_IMAGE : Kind.NONE;
        }
        try (InputStream in = NiftiStreams.open(file)) {
            return sniff(NiftiStreams.upTo(in, NiftiVersion.NIFTI_2.headerBytes()), file);
        } catch (NiftiException e) {
            return Kind.NONE;
        }
    }

    /**
     * Looks at bytes.
     *
     * @param first the file's first 540 bytes after inflation, or all of a shorter one
     * @param name its name, of which only the ending counts
     */
    public Kind sniff(byte[] first, Path name) {
        try {
            NiftiHeader header = NiftiHeader.parse(first);
            if (header.version() == NiftiVersion.ANALYZE_75) {
                return NiftiFiles.ending(name).equals(".hdr") ? Kind.ANALYZE_HEADER : Kind.NONE;
            }
            return header.isPair() ? Kind.PAIR_HEADER : Kind.SINGLE;
        } catch (NiftiException e) {
            return hasMagic(first) ? Kind.SINGLE : Kind.NONE;
        }
    }

    /** A damaged NIfTI is still one, so that reading it can say what is wrong. */
    private static boolean hasMagic(byte[] b) {
        return b.length >= 348 && b[344] == 'n' && (b[345] == '+' || b[345] == 'i') && b[346] == '1' && b[347] == 0
            || b.length >= 8 && b[4] == 'n' && (b[5] == '+' || b[5] == 'i') && b[6] == '2';
    }
}
