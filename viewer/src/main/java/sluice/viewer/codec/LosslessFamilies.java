package sluice.viewer.codec;

import java.util.Optional;
import java.util.Set;

/** The families of lossless JPEG, JPEG-LS and JPEG 2000, as {@link Codecs} lists them. */
final class LosslessFamilies {
    private LosslessFamilies() {}

    /** JPEG Lossless (Process 14), and with Selection Value 1. */
    static CodecFamily process14() {
        return new CodecFamily(Set.of("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"), new JpegLosslessDecoder(),
                Optional.of(new JpegLosslessEncoder()), Optional.empty());
    }

    /** JPEG-LS Lossless and Near-Lossless. */
    static CodecFamily jpegLs() {
        return new CodecFamily(Set.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"), new JpegLsDecoder(),
                Optional.of(new JpegLsEncoder()), Optional.empty());
    }

    /** JPEG 2000, lossless only and either. */
    static CodecFamily jpeg2000() {
        return new CodecFamily(Set.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"), new J2kDecoder(),
                Optional.of(new J2kEncoder()), Optional.empty());
    }
}
