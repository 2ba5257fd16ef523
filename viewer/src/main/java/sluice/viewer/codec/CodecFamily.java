package sluice.viewer.codec;

import java.util.Optional;
import java.util.Set;

/**
 * What can be done with one family of transfer syntaxes.
 *
 * @param transferSyntaxes their UIDs
 * @param decoder for reading
 * @param encoder for writing anew without loss; of a family that has lossy members too, it is used for the lossless ones
 * @param redactor for blanking parts of lossy frames in place
 */
public record CodecFamily(Set<String> transferSyntaxes, PixelDecoder decoder, Optional<PixelEncoder> encoder,
        Optional<FrameRedactor> redactor) {

    public CodecFamily {
        transferSyntaxes = Set.copyOf(transferSyntaxes);
    }
}
