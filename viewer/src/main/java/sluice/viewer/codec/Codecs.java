package sluice.viewer.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The codec families of this product by transfer syntax. Immutable. */
public final class Codecs {
    private final Map<String, CodecFamily> families = new HashMap<>();

    public Codecs(List<CodecFamily> all) {
        for (CodecFamily family : all) {
            for (String uid : family.transferSyntaxes()) {
                if (families.put(uid, family) != null) {
                    throw new IllegalArgumentException("two codec families for " + uid);
                }
            }
        }
    }

    /** All families that the product ships. */
    public static Codecs standard() {
        return new Codecs(List.of(
                NativeCodec.family(),
                RleCodec.family(),
                DeflatedFrames.family(),
                DctFamily.create(),
                LosslessFamilies.process14(),
                LosslessFamilies.jpegLs(),
                LosslessFamilies.jpeg2000(),
                LosslessFamilies.highThroughput(),
                LosslessFamilies.highThroughputByResolution()));
    }

    /** The family of a transfer syntax, empty where the product cannot decode it. */
    public Optional<CodecFamily> family(String transferSyntaxUid) {
        return Optional.ofNullable(families.get(transferSyntaxUid));
    }
}
