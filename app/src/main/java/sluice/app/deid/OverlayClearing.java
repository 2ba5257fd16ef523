package sluice.app.deid;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import sluice.app.deid.pixels.OverlayPlane;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelRedaction;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomFile;

/**
 * Overlays of old stand in bits of the samples that hold no stored value (PS3.5 8.1.2 until 2004). Their attributes go under
 * every recipe; here the bits go, too. Only where a data set has such attributes is a frame looked at: all others cost nothing.
 */
final class OverlayClearing {
    /** Lossy codes whose precision may be more than the stored value's; that of the DCT never is. */
    private static final Set<String> LOSSY_WITH_BITS = Set.of("1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.4.93", "1.2.840.10008.1.2.4.112", "1.2.840.10008.1.2.4.203");

    private final Codecs codecs;

    OverlayClearing(Codecs codecs) {
        this.codecs = codecs;
    }

    /**
     * Prepares what takes the place of a file's pixel data.
     *
     * @return null where nothing has to change
     * @throws IOException a {@link sluice.viewer.codec.CodecException} where the bits cannot be looked at, or not be cleared
     */
    PixelCleaning.Result clear(DicomFile file) throws IOException {
        if (OverlayPlane.of(file.dataset()).stream().noneMatch(OverlayPlane::inPixelData)) {
            return null;
        }
        EncodedImage image = EncodedImage.of(file);
        PixelRedaction redaction = new PixelRedaction(codecs);
        if (LOSSY_WITH_BITS.contains(image.transferSyntax().uid())) {
            refuseMarks(image);
            return null;
        }
        if (!redaction.unusedBitsHoldAnything(image)) {
            return null;
        }
        PixelRedaction.Redacted cleared = redaction.redact(image, Collections.nCopies(image.pixels().frames(), List.of()), true);
        return new PixelCleaning.Result(false, false, List.of(), cleared);
    }

    /** What overshoots its range by the loss cannot be told from an overlay, so nothing is cleared. */
    private void refuseMarks(EncodedImage image) throws IOException {
        ImageFormat format = image.format();
        FrameDecoder frames = new FrameDecoder(image, codecs);
        long value = (1L << format.bitsStored()) - 1 << format.highBit() + 1 - format.bitsStored();
        for (int i = 0; i < frames.frames(); i++) {
            Raster raster = frames.frame(i);
            for (int at = 0; at < raster.rows() * raster.columns() * raster.samples(); at++) {
                long word = raster.value(at / raster.samples() % raster.columns(), at / raster.samples() / raster.columns(), at % raster.samples());
                boolean negative = format.signed() && (word >>> format.highBit() & 1) != 0;
                if (!negative && (word & ~value) != 0) {
                    throw new CodecException(CodecException.Reason.UNSUPPORTED, "Bits of a lossy code that hold no value cannot be cleared");
                }
            }
        }
    }

    /** Whether an overlay is said to stand where the stored values are: nobody can take it out without changing these. */
    static boolean mayRemain(DicomFile file) {
        ImageFormat format = ImageFormat.of(file.dataset());
        return file.pixels().isPresent() && OverlayPlane.of(file.dataset()).stream().anyMatch(p -> p.amongStoredBits(format));
    }
}
