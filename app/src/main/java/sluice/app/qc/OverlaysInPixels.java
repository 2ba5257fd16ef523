package sluice.app.qc;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.CodecFamily;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.RawElements;

/**
 * Overlays of old, whose marks are bits of the samples beside the stored value (PS3.5 8.1.2 until 2004): where the original has
 * one, every sample that was written is looked at.
 */
final class OverlaysInPixels {
    private static final int FIRST = 0x6000;
    private static final int LAST = 0x60FE;
    /** Codes of the DCT: their precision is that of the value. */
    private static final Set<String> NO_SUCH_BITS = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55");
    private final Codecs codecs;

    OverlaysInPixels(Codecs codecs) {
        this.codecs = codecs;
    }

    /** Whether a data set says that an overlay stands in its pixel data. */
    static boolean declared(Attributes image) {
        for (int group = FIRST; group <= LAST; group += 2) {
            int base = group << 16;
            boolean there = image.containsValue(base | 0x0010) || image.containsValue(base | 0x0040) || image.containsValue(base | 0x0100);
            if (there && (!image.containsValue(base | 0x3000) || RawElements.integer(image, base | 0x0100, 1) > 1)) {
                return true;
            }
        }
        return false;
    }

    void check(DicomFile original, DicomFile written, Found found) throws IOException {
        if (written.pixels().isEmpty() || !declared(original.dataset())) {
            return;
        }
        ImageFormat format = ImageFormat.of(written.dataset());
        if (amongValues(original.dataset(), ImageFormat.of(original.dataset()))) {
            found.add(Found.Code.OVERLAY_AMONG_VALUES);
        }
        if (format.bitsStored() < format.bitsAllocated() && !NO_SUCH_BITS.contains(written.transferSyntax().uid())
                && marked(written, format)) {
            found.add(Found.Code.OVERLAY_IN_PIXELS);
        }
    }

    private static boolean amongValues(Attributes image, ImageFormat format) {
        for (int group = FIRST; group <= LAST; group += 2) {
            int position = RawElements.integer(image, group << 16 | 0x0102, -1);
            if (!image.containsValue(group << 16 | 0x3000) && position >= 0 && position <= format.highBit()
                    && position > format.highBit() - format.bitsStored()) {
                return true;
            }
        }
        return false;
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
