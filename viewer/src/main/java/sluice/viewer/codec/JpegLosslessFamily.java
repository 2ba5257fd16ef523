package sluice.viewer.codec;

import java.util.Optional;
import java.util.Set;

/** The families of ITU-T T.81's lossless process and of ITU-T T.87, as {@link Codecs} lists them. */
final class JpegLosslessFamily {
    private JpegLosslessFamily() {}

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
}
