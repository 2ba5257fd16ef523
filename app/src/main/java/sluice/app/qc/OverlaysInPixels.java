package sluice.app.qc;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.CodecFamily;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomFile;

/**
 * Overlays of old, whose marks are bits of the samples beside the stored value (PS3.5 8.1.2 until 2004): where the original has
 * one, every sample that was written is looked at.
 */
final class OverlaysInPixels {
    /** Codes of the DCT: their precision is that of the value. */
    private static final Set<String> NO_SUCH_BITS = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55");
    private final Codecs codecs;

    OverlaysInPixels(Codecs codecs) {
        this.codecs = codecs;
    }

    /** Whether a file says that an overlay stands in its pixel data. */
    static boolean declared(DicomFile file) {
        return OverlayGroup.of(file).values().stream().anyMatch(OverlayGroup::inPixels);
    }

    void check(DicomFile original, DicomFile written, Found found) throws IOException {
        if (written.pixels().isEmpty() || !declared(original)) {
            return;
        }
        ImageFormat format = ImageFormat.of(written.dataset());
        ImageFormat before = ImageFormat.of(original.dataset());
        if (OverlayGroup.of(original).values().stream().anyMatch(g -> g.amongValues(before))) {
            found.add(Found.Code.OVERLAY_AMONG_VALUES);
        }
        if (format.bitsStored() < format.bitsAllocated() && !NO_SUCH_BITS.contains(written.transferSyntax().uid())
                && marked(written, format)) {
            found.add(Found.Code.OVERLAY_IN_PIXELS);
        }
    }

    private boolean marked(DicomFile file, ImageFormat format) throws IOException {
        Optional<CodecFamily> family = codecs.family(file.transferSyntax().uid());
        if (family.isEmpty()) {
            return true;
        }
        try {
            for (int i = 0; i < file.pixels().orElseThrow().frames(); i++) {
                if (marked(family.get().decoder().decode(file.pixels().get().littleEndianFrame(i), format), format)) {
                    return true;
                }
            }
            return false;
        } catch (CodecException e) {
            return true; // nobody knows
        }
    }

    private static boolean marked(Raster raster, ImageFormat format) {
        int n = raster.sampleBytes();
        byte[] bytes = raster.bytes();
        for (int at = 0; at < bytes.length; at += n) {
            long word = 0;
            for (int i = n - 1; i >= 0; i--) {
                word = word << 8 | bytes[at + i] & 0xff;
            }
            long above = word >>> format.highBit() + 1;
            long below = word & (1L << format.highBit() + 1 - format.bitsStored()) - 1;
            boolean sign = format.signed() && (word >>> format.highBit() & 1) != 0
                    && above == (1L << 8 * n - format.highBit() - 1) - 1;
            if (below != 0 || above != 0 && !sign) {
                return true;
            }
        }
        return false;
    }
}
