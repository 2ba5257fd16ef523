package sluice.viewer.codec;

import java.util.Optional;
import java.util.Set;

/** The families of lossless JPEG, JPEG-LS, JPEG 2000 and High-Throughput JPEG 2000, as {@link Codecs} lists them. */
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

    /** High-Throughput JPEG 2000, lossless only and either. */
    static CodecFamily highThroughput() {
        return new CodecFamily(Set.of("1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.203"), new J2kDecoder(),
                Optional.of(J2kEncoder.highThroughput()), Optional.empty());
    }

    /** High-Throughput JPEG 2000 with RPCL Options, lossless only. */
    static CodecFamily highThroughputByResolution() {
        return new CodecFamily(Set.of("1.2.840.10008.1.2.4.202"), new J2kDecoder(),
                Optional.of(J2kEncoder.highThroughputByResolution()), Optional.empty());
    }

    /** JPEG 2000, lossless only and either. */
    static CodecFamily jpeg2000() {
        return new CodecFamily(Set.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"), new J2kDecoder(),
                Optional.of(J2kEncoder.arithmetic()), Optional.empty());
    }
}
