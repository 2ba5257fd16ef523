package sluice.viewer.codec;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import sluice.viewer.codec.PixelRedaction.Job;
import sluice.viewer.codec.PixelRedaction.Redacted;
import sluice.viewer.dicom.FrameLayout;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * Keeps the decoded values of a lossy image in a lossless form: a member of its family where there is an encoder for it, else
 * Explicit VR Little Endian, or RLE Lossless where more than 4 GB of native pixel data would not fit a 32-bit length.
 */
final class LosslessInstead {
    private static final long LONGEST_NATIVE = 0xFFFFFFFEL;

    /** JPEG 2000, and High-Throughput. */
    private static final Set<String> WITH_REVERSIBLE_COLOUR = Set.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.201");

    private final Codecs codecs;
    private final String preferred;

    LosslessInstead(Codecs codecs, String preferred) {
        this.codecs = codecs;
        this.preferred = preferred;
    }

    Redacted encode(Job job) throws IOException {
        Raster first = job.values(0);
        ImageFormat format = job.image().format().withPhotometric(first.photometric());
        Optional<CodecFamily> family = codecs.family(preferred).filter(f -> f.encoder().isPresent());
        if (family.isPresent()) {
            try {
                return encapsulated(job, format, family.get(), TransferSyntax.of(preferred).orElseThrow());
            } catch (CodecException e) {
                if (e.reason() != CodecException.Reason.UNSUPPORTED) {
                    throw e;
                }
            }
        }
        long bytes = (long) first.bytes().length * job.boxes().size();
        if (bytes > LONGEST_NATIVE) {
            return encapsulated(job, format, RleCodec.family(), TransferSyntax.RLE_LOSSLESS);
        }
        return plain(job, format);
    }

    private static Redacted encapsulated(Job job, ImageFormat format, CodecFamily family, TransferSyntax syntax)
            throws IOException {
        ImageFormat told = told(format, syntax);
        PreparedFrames frames = prepared(job, i -> proved(job.values(i), format.photometric(), told, family));
        PixelSource pixels = PixelSource.madeEncapsulated(frames, layout(job, told));
        return new Redacted(pixels, syntax, told, true, job.boxes().size());
    }

    private static Redacted plain(Job job, ImageFormat format) throws IOException {
        PreparedFrames frames = prepared(job, i -> proved(job.values(i), format.photometric(), format, NativeCodec.family()));
        PixelSource pixels = PixelSource.madeNative(frames, layout(job, format));
        return new Redacted(pixels, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, format, true, job.boxes().size());
    }

    private static PreparedFrames prepared(Job job, PreparedFrames.Step step) throws IOException {
        BitSet all = new BitSet();
        all.set(0, job.boxes().size());
        return PreparedFrames.of(all, job.boxes().size(), step);
    }

    private static FrameLayout layout(Job job, ImageFormat format) {
        return job.image().pixels().layout().withPhotometric(format.photometric());
    }

    /** Colour goes through the reversible transform of JPEG 2000, as IODs want it (PS3.3 C.8.5.6.1.2). */
    private static ImageFormat told(ImageFormat format, TransferSyntax syntax) {
        boolean transform = WITH_REVERSIBLE_COLOUR.contains(syntax.uid()) && format.photometric().equals("RGB");
        return transform ? format.withPhotometric("YBR_RCT") : format;
    }

    private static byte[] proved(Raster values, String colour, ImageFormat format, CodecFamily family) throws CodecException {
        if (!values.photometric().equals(colour)) {
            throw new CodecException(CodecException.Reason.MISMATCH, "The frames are in several colour spaces");
        }
        byte[] encoded = family.encoder().orElseThrow().encode(values, format);
        if (!Job.same(values, family.decoder().decode(encoded, format))) {
            throw new CodecException(CodecException.Reason.CORRUPT, "An encoded frame does not decode to what it was made of");
        }
        return encoded;
    }
}
