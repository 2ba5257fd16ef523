package sluice.viewer.codec;

import java.util.Optional;
import java.util.Set;

/**
 * DCT-based, Huffman-coded JPEG. Lossy: nothing is encoded anew; baseline and extended sequential frames are blanked in place.
 * The progressive members are retired and only read.
 */
final class DctFamily {
    /** JPEG Baseline, Extended, Spectral Selection and Full Progression (PS3.6 annex A). */
    static final Set<String> TRANSFER_SYNTAXES = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55");

    private DctFamily() {}

    static CodecFamily create() {
        return new CodecFamily(TRANSFER_SYNTAXES, new DctDecoder(), Optional.empty(),
                Optional.of(new DctRedactor()));
    }
}
