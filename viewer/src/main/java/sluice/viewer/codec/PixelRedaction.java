package sluice.viewer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * Replaces stored values within boxes by the darkest value, in every Transfer Syntax that can be decoded (PS3.15 E.3.1):
 * native and lossless ones stay what they are and lose nothing outside of the boxes; lossy ones are blanked in place where
 * their family can do that, and are otherwise decoded and encoded without further loss. Every encoded frame is decoded again
 * and compared before anything is handed out. Frames that are not touched keep their bytes. Has no state.
 */
public final class PixelRedaction {
    private static final Set<String> LOSSLESS = Set.of("1.2.840.10008.1.2.1.98", "1.2.840.10008.1.2.4.57",
            "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.92",
            "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.5",
            "1.2.840.10008.1.2.8.1");
    /** Encapsulated ones whose frames are native ones, or become such by inflating. */
    private static final Set<String> NATIVE_FRAMES = Set.of("1.2.840.10008.1.2.1.98", "1.2.840.10008.1.2.8.1");
    /** Codes that know no sign: decoded values have 0 above their precision. */
    private static final Set<String> WITHOUT_SIGN = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");
    /** Lossy Transfer Syntaxes, and what holds their decoded values without loss. */
    private static final Map<String, String> LOSSLESS_INSTEAD = Map.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.55", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.80",
            "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.93", "1.2.840.10008.1.2.4.92",
            "1.2.840.10008.1.2.4.112", "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.203", "1.2.840.10008.1.2.4.201");

    private final Codecs codecs;

    public PixelRedaction(Codecs codecs) {
        this.codecs = codecs;
    }

    /**
     * What takes the place of the image.
     *
     * @param pixels the new pixel data, made while it is written; reads the source until then
     * @param transferSyntax its encoding, which may be another one than before
     * @param format what is true of the values: {@link ImageFormat#describe} makes a data set say it
     * @param lossy whether the values have been compressed with loss at any time, as far as the Transfer Syntax tells
     * @param changedFrames how many frames are not the bytes that they were; 0: the image is as it was
     */
    public record Redacted(PixelSource pixels, TransferSyntax transferSyntax, ImageFormat format, boolean lossy,
            int changedFrames) {}

    /**
     * Blanks boxes.
     *
     * @param boxes one list for each frame; what lies outside of the image is cut off. Where two pixels share their colour
     *     (native YBR_FULL_422), boxes grow to whole pairs
     * @param clearUnusedBits whether bits of samples that hold no stored value, such as overlays of old, become 0
     * @throws CodecException where a frame cannot be decoded, encoded, or proved to be what it should; nothing may be passed on
     * @throws IOException where the pixel data cannot be read
     */
    public Redacted redact(EncodedImage image, List<List<PixelBox>> boxes, boolean clearUnusedBits) throws IOException {
        PixelSource pixels = image.pixels();
        if (boxes.size() != pixels.frames()) {
            throw new IllegalArgumentException("there are " + boxes.size() + " lists of boxes for " + pixels.frames() + " frames");
        }
        FrameDecoder decoder = new FrameDecoder(image, codecs);
        boolean clear = clearUnusedBits && !image.floating() && StoredBits.of(image.format()).anyUnused();
        Job job = new Job(image, decoder, inside(image, boxes), new Blanking(image, clear));
        String uid = image.transferSyntax().uid();
        boolean lossy = LOSSLESS_INSTEAD.containsKey(uid);
        if (pixels.encapsulated() && !lossy && !LOSSLESS.contains(uid)) {
            throw new CodecException(CodecException.Reason.UNSUPPORTED,
                    "Nothing can be blanked in " + image.transferSyntax().name());
        }
        BitSet touched = job.touched(clear);
        if (touched.isEmpty()) {
            return new Redacted(pixels, image.transferSyntax(), image.format(), lossy, 0);
        }
        CodecFamily family = codecs.family(uid).orElseThrow();
        if (!lossy) {
            PixelEncoder encoder = family.encoder().orElseThrow(() -> new CodecException(
                    CodecException.Reason.UNSUPPORTED, "Nothing can be encoded in " + image.transferSyntax().name()));
            return pixels.encapsulated() ? job.sameSyntax(touched, frame -> job.encoded(frame, encoder), false)
                    : job.inPlace(touched, encoder);
        }
        if (family.redactor().isPresent()) {
            try {
                // unused bits of a lossy code hold nothing: its precision is that of the stored values
                FrameRedactor redactor = family.redactor().get();
                return job.sameSyntax(job.touched(false), frame -> job.blankedInPlace(frame, redactor), true);
            } catch (CodecException e) {
                if (e.reason() != CodecException.Reason.UNSUPPORTED) {
                    throw e;
                }
            }
        }
        return new LosslessInstead(codecs, LOSSLESS_INSTEAD.get(uid)).encode(job);
    }

    /**
     * Whether bits of samples that hold no stored value, and no sign, are anything but 0: overlays of old stand there (PS3.5
     * 8.1.2), and whoever looks can read them. Looks at every frame; lossy codes have no such bits.
     *
     * @throws IOException where a frame cannot be read or decoded
     */
    public boolean unusedBitsHoldAnything(EncodedImage image) throws IOException {
        boolean lossy = LOSSLESS_INSTEAD.containsKey(image.transferSyntax().uid());
        if (image.floating() || lossy || image.format().bitsAllocated() < 8 || !StoredBits.of(image.format()).anyUnused()) {
            return false;
        }
        Job job = new Job(image, new FrameDecoder(image, codecs), List.of(), new Blanking(image, true));
        for (int i = 0; i < image.pixels().frames(); i++) {
            Raster before = job.decoder().frame(i);
            if (!Job.same(before, job.blanking().apply(before, List.of(), job.repeatsSign(before)))) {
                return true;
            }
        }
        return false;
    }

    private static List<List<PixelBox>> inside(EncodedImage image, List<List<PixelBox>> boxes) {
        ImageFormat format = image.format();
        boolean plain = !image.pixels().encapsulated() || NATIVE_FRAMES.contains(image.transferSyntax().uid());
        boolean pairs = plain && Subsampled.is(format);
        List<List<PixelBox>> all = new ArrayList<>(boxes.size());
        List<PixelBox> last = null;
        List<PixelBox> lastCut = List.of();
        for (List<PixelBox> frame : boxes) {
            // boxes of all frames are often one and the same list
            if (frame != last) {
                last = frame;
                lastCut = new ArrayList<>();
                for (PixelBox box : frame) {
                    PixelBox cut = box.grown(0, format.columns(), format.rows());
                    if (cut != null) {
                        lastCut.add(pairs ? wholePairs(cut) : cut);
                    }
                }
            }
            all.add(lastCut);
        }
        return all;
    }

    private static PixelBox wholePairs(PixelBox box) {
        int left = box.x() & ~1;
        int right = box.right() + 1 & ~1;
        return new PixelBox(left, box.y(), right - left, box.height());
    }

    /** One image on its way. */
    record Job(EncodedImage image, FrameDecoder decoder, List<List<PixelBox>> boxes, Blanking blanking) {

        /** @param all whether also frames without boxes change */
        BitSet touched(boolean all) {
            BitSet touched = new BitSet();
            for (int i = 0; i < boxes.size(); i++) {
                touched.set(i, all || !boxes.get(i).isEmpty());
            }
            return touched;
        }

        Redacted sameSyntax(BitSet touched, PreparedFrames.Step step, boolean lossy) throws IOException {
            PreparedFrames frames = PreparedFrames.of(touched, boxes.size(), step);
            PixelSource pixels = frames.changed().isEmpty() ? image.pixels()
                    : PixelSource.rewritten(image.pixels(), frames.changed(), frames);
            return new Redacted(pixels, image.transferSyntax(), image.format(), lossy, frames.changed().cardinality());
        }

        /** Native frames are cheap to make: one is tried, all are made when they are written. */
        Redacted inPlace(BitSet touched, PixelEncoder encoder) throws IOException {
            nativeFrame(touched.nextSetBit(0), encoder);
            PixelSource pixels = PixelSource.rewritten(image.pixels(), touched, frame -> nativeFrame(frame, encoder));
            return new Redacted(pixels, image.transferSyntax(), image.format(), false, touched.cardinality());
        }

        private byte[] nativeFrame(int frame, PixelEncoder encoder) throws IOException {
            byte[] original = image.pixels().littleEndianFrame(frame);
            Raster wanted = blanked(decoder.decode(original), frame);
            byte[] encoded = encoder.encode(wanted, image.format());
            if (encoded.length != original.length || !same(wanted, decoder.decode(encoded))) {
                throw new CodecException(CodecException.Reason.MISMATCH, "A native frame does not come back as it was");
            }
            return encoded;
        }

        /** Null where the frame stays as it is. */
        byte[] encoded(int frame, PixelEncoder encoder) throws IOException {
            byte[] original = image.pixels().frame(frame);
            Raster before = decoder.decode(original);
            boolean signBits = repeatsSign(before);
            try {
                return encoded(before, boxes.get(frame), encoder, signBits);
            } catch (CodecException e) {
                if (!image.format().signed()) {
                    throw e;
                }
                return encoded(before, boxes.get(frame), encoder, !signBits);
            }
        }

        private boolean repeatsSign(Raster raster) throws CodecException {
            boolean unknown = !WITHOUT_SIGN.contains(image.transferSyntax().uid());
            return !image.floating() && StoredBits.of(image.format()).repeatsSign(raster, unknown);
        }

        private Raster blanked(Raster before, int frame) throws CodecException {
            return blanking.apply(before, boxes.get(frame), repeatsSign(before));
        }

        private byte[] encoded(Raster before, List<PixelBox> inside, PixelEncoder encoder, boolean signBits)
                throws CodecException {
            Raster wanted = blanking.apply(before, inside, signBits);
            if (same(wanted, before)) {
                return null;
            }
            byte[] encoded = encoder.encode(wanted, image.format());
            if (!same(wanted, decoder.decode(encoded))) {
                throw new CodecException(CodecException.Reason.CORRUPT, "An encoded frame does not decode to what it was made of");
            }
            return encoded;
        }

        byte[] blankedInPlace(int frame, FrameRedactor redactor) throws IOException {
            byte[] original = image.pixels().frame(frame);
            byte[] blanked = redactor.redact(original, image.format(), boxes.get(frame));
            RedactorProof.check(decoder.decode(original), decoder.decode(blanked), image, boxes.get(frame));
            return blanked;
        }

        /** The new values of a frame, touched or not. */
        Raster values(int frame) throws IOException {
            return blanked(decoder.frame(frame), frame);
        }

        static boolean same(Raster a, Raster b) {
            return a.photometric().equals(b.photometric()) && Arrays.equals(a.bytes(), b.bytes());
        }
    }
}
