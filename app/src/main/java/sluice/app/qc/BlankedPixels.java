package sluice.app.qc;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import sluice.viewer.codec.CodecFamily;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.PixelSource;

/**
 * Compares pixels with those of the original: what changed must have become one value, and the image must still be
 * there. Every frame whose bytes differ is decoded. Edges of lossy codestreams may differ by a little.
 */
final class BlankedPixels {
    private static final int LOSSY_TOLERANCE = 8;
    private static final int DARK_LUMA = 16;
    /** DCT-based JPEG: blanked block by block, so edges may differ (PS3.5 A.4.1). */
    private static final Set<String> BLOCKS = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51");
    private final Codecs codecs;

    BlankedPixels(Codecs codecs) {
        this.codecs = codecs;
    }

    /** False also where a frame cannot be decoded: then nothing is known. */
    boolean onlyBlanked(DicomFile original, DicomFile written) throws IOException {
        Optional<CodecFamily> before = codecs.family(original.transferSyntax().uid());
        Optional<CodecFamily> after = codecs.family(written.transferSyntax().uid());
        int frames = original.pixels().orElseThrow().frames();
        if (before.isEmpty() || after.isEmpty() || frames != written.pixels().orElseThrow().frames()) {
            return false;
        }
        ImageFormat formatBefore = ImageFormat.of(original.dataset());
        ImageFormat formatAfter = ImageFormat.of(written.dataset());
        boolean sameSyntax = original.transferSyntax().equals(written.transferSyntax());
        for (int i = 0; i < frames; i++) {
            if (sameSyntax && Arrays.equals(original.pixels().get().frame(i), written.pixels().get().frame(i))) {
                continue;
            }
            Raster a = stored(before.get().decoder().decode(original.pixels().get().littleEndianFrame(i), formatBefore), formatBefore);
            Raster b = stored(after.get().decoder().decode(written.pixels().get().littleEndianFrame(i), formatAfter), formatAfter);
            if (!sameSize(a, b) || !changesAreBlank(a, b, BLOCKS.contains(original.transferSyntax().uid()), formatAfter)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether frames whose bytes differ decode to the same values: comments went, pixels stayed.
     *
     * @param storedBitsOnly whether bits of the samples that hold no stored value may differ: an overlay was cleared there
     */
    boolean sameValues(DicomFile original, DicomFile written, boolean storedBitsOnly) throws IOException {
        PixelSource before = original.pixels().orElseThrow();
        PixelSource after = written.pixels().orElseThrow();
        Optional<CodecFamily> family = codecs.family(original.transferSyntax().uid());
        if (family.isEmpty() || !original.transferSyntax().equals(written.transferSyntax()) || before.frames() != after.frames()) {
            return false;
        }
        ImageFormat format = ImageFormat.of(original.dataset());
        for (int i = 0; i < before.frames(); i++) {
            byte[] a = before.littleEndianFrame(i);
            byte[] b = after.littleEndianFrame(i);
            if (!Arrays.equals(a, b)) {
                Raster x = family.get().decoder().decode(a, format);
                Raster y = family.get().decoder().decode(b, format);
                if (storedBitsOnly) {
                    x = stored(x, format);
                    y = stored(y, format);
                }
                if (!sameSize(x, y) || !Arrays.equals(x.bytes(), y.bytes())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Without the bits that hold no stored value: cleaning clears them. */
    private static Raster stored(Raster raster, ImageFormat format) {
        int low = format.highBit() + 1 - format.bitsStored();
        if (format.bitsStored() >= format.bitsAllocated() || low < 0) {
            return raster;
        }
        long mask = (1L << format.bitsStored()) - 1 << low;
        byte[] bytes = raster.bytes().clone();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= (byte) (mask >>> 8 * (i % raster.sampleBytes()));
        }
        return new Raster(raster.rows(), raster.columns(), raster.samples(), raster.sampleBytes(), bytes, raster.photometric());
    }

    private static boolean sameSize(Raster a, Raster b) {
        return a.rows() == b.rows() && a.columns() == b.columns() && a.samples() == b.samples() && a.sampleBytes() == b.sampleBytes();
    }

    private static boolean changesAreBlank(Raster a, Raster b, boolean blocks, ImageFormat format) {
        int size = a.samples() * a.sampleBytes();
        byte[] blank = null;
        int changed = 0;
        int odd = 0;
        int pixels = a.rows() * a.columns();
        for (int i = 0; i < pixels; i++) {
            int at = i * size;
            if (Arrays.equals(a.bytes(), at, at + size, b.bytes(), at, at + size)) {
                continue;
            }
            changed++;
            if (blank == null) {
                blank = Arrays.copyOfRange(b.bytes(), at, at + size);
            } else if (!Arrays.equals(blank, 0, size, b.bytes(), at, at + size) && !(blocks && close(a, b, at, size, blank))) {
                odd++;
            }
        }
        if (blank != null && !blocks && !dark(blank, b, format)) {
            return false;
        }
        return odd == 0 || blocks && odd * 100L < changed && changed < pixels;
    }

    /** Whether nothing in the frame is darker, or of inverted images lighter; of colour, whether there is no light in it. */
    private static boolean dark(byte[] blank, Raster raster, ImageFormat format) {
        if (raster.samples() > 1) {
            return (blank[0] & 0xff) <= DARK_LUMA;
        }
        long value = number(blank, 0, raster.sampleBytes(), format);
        boolean least = true;
        boolean greatest = true;
        for (int at = 0; at < raster.bytes().length; at += raster.sampleBytes()) {
            long other = number(raster.bytes(), at, raster.sampleBytes(), format);
            least &= value <= other;
            greatest &= value >= other;
        }
        return raster.photometric().equals("PALETTE COLOR") || (raster.photometric().equals("MONOCHROME1") ? greatest : least);
    }

    private static long number(byte[] bytes, int at, int n, ImageFormat format) {
        long word = 0;
        for (int i = n - 1; i >= 0; i--) {
            word = word << 8 | bytes[at + i] & 0xff;
        }
        int high = format.highBit();
        return format.signed() ? word << 63 - high >> 63 - high : word;
    }

    /** Close to the original, or close to blank. */
    private static boolean close(Raster a, Raster b, int at, int size, byte[] blank) {
        return near(a.bytes(), at, b.bytes(), at, size) || near(blank, 0, b.bytes(), at, size);
    }

    private static boolean near(byte[] a, int i, byte[] b, int j, int size) {
        for (int k = 0; k < size; k++) {
            if (Math.abs((a[i + k] & 0xff) - (b[j + k] & 0xff)) > LOSSY_TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
