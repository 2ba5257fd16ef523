package sluice.app.qc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import sluice.viewer.nifti.NiftiImage;
import sluice.viewer.nifti.NiftiReader;

/** Compares a cleaned NIfTI file with its original. */
final class NiftiPairCheck {
    private static final int BLOCK = 1 << 16;
    private static final int SHOWS_A_VOLUME = 16;
    private final NiftiReader reader = new NiftiReader();

    void check(FilePair pair, Found found) throws IOException {
        NiftiImage written = reader.read(pair.written());
        if (!written.header().filledTextFields().isEmpty() || !written.extensions().isEmpty()) {
            found.add(Found.Code.TEXT_IN_HEADER);
        }
        if (showsVolume(written)) {
            found.add(Found.Code.RECOGNISABLE_FACE);
        }
        if (!Files.isReadable(pair.original())) {
            found.add(Found.Code.ORIGINAL_UNREADABLE);
            return;
        }
        NiftiImage original = reader.read(pair.original());
        if (!sameGrid(original, written)) {
            found.add(Found.Code.GEOMETRY_CHANGED);
        }
        if (!sameVoxels(original, written)) {
            found.add(Found.Code.PIXELS_CHANGED);
        }
    }

    /** A NIfTI header does not say which body part it shows, so every real volume may show a face. */
    private static boolean showsVolume(NiftiImage image) {
        return image.header().size(1) >= SHOWS_A_VOLUME && image.header().size(2) >= SHOWS_A_VOLUME
                && image.header().size(3) >= SHOWS_A_VOLUME;
    }

    private static boolean sameGrid(NiftiImage a, NiftiImage b) {
        return Arrays.equals(a.header().dim(), b.header().dim()) && Arrays.equals(a.header().pixdim(), b.header().pixdim())
                && a.header().datatype() == b.header().datatype() && a.header().order() == b.header().order()
                && a.header().qformCode() == b.header().qformCode() && a.header().sformCode() == b.header().sformCode()
                && a.header().slope() == b.header().slope() && a.header().intercept() == b.header().intercept();
    }

    private static boolean sameVoxels(NiftiImage a, NiftiImage b) throws IOException {
        try (InputStream first = a.openVoxels(); InputStream second = b.openVoxels()) {
            while (true) {
                byte[] one = first.readNBytes(BLOCK);
                byte[] other = second.readNBytes(BLOCK);
                if (!Arrays.equals(one, other)) {
                    return false;
                }
                if (one.length < BLOCK) {
                    return true;
                }
            }
        }
    }
}
