package sluice.transfer.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import sluice.transfer.bag.Measured;

/**
 * What a delivery consists of, to be signed by the sending site: it closes what Crypt4GH leaves open, namely who wrote
 * the files and whether they are whole. The signed form is specified in transfer/docs/sealing.md.
 *
 * @param deliveryId the sender's name for the delivery, one line
 * @param created    when it was made, cut to whole seconds, passed in
 * @param items      the sealed files, each name once
 * @param recipients fingerprints of the recipients' keys, see {@link Recipient#fingerprint()}
 */
public record SignedManifest(String deliveryId, Instant created, List<Item> items, List<String> recipients) {

    /**
     * A sealed file.
     *
     * @param name       its name at the destination, one line
     * @param plaintext  digest and size of what was sealed
     * @param ciphertext digest and size of the sealed file
     */
    public record Item(String name, Measured plaintext, Measured ciphertext) {

        /** @throws IllegalArgumentException when the name is not one line of text, or a size is no exact number in JSON */
        public Item {
            requireLine(name);
            if (Math.max(plaintext.size(), ciphertext.size()) >= 1L << 53) {
                throw new IllegalArgumentException("a size is 2^53 bytes or more");
            }
        }

        /** What the opener has to insist on. */
        public Expected expected() {
            return Expected.of(plaintext, ciphertext);
        }
    }

    /** @throws IllegalArgumentException when a text is not one line, or an item's name occurs twice */
    public SignedManifest {
        requireLine(deliveryId);
        recipients.forEach(SignedManifest::requireLine);
        created = created.truncatedTo(ChronoUnit.SECONDS);
        items = List.copyOf(items);
        recipients = List.copyOf(recipients);
        if (items.stream().map(Item::name).distinct().count() != items.size()) {
            throw new IllegalArgumentException("an item's name occurs twice");
        }
    }

    private static void requireLine(String text) {
        boolean wellFormed = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (text.isBlank() || !wellFormed || text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new IllegalArgumentException("a text of the manifest is one line of Unicode without control characters");
        }
    }

    /** The signed document, which is the same for the same manifest and key whenever it is made. */
    public byte[] sign(SiteKey key) {
        return ManifestJson.document(this, key.identity().fingerprint(), key.sign(ManifestJson.signed(this)));
    }

    /**
     * Reads a signed document, which is trusted only as a whole.
     *
     * @param signer the site that must have signed it
     * @throws SealException {@code MANIFEST_MALFORMED} unless every byte is as {@link #sign} would have written it,
     *         {@code SIGNATURE_WRONG} when another key signed it or anything was altered
     */
    public static SignedManifest verify(byte[] document, SiteIdentity signer) throws SealException {
        ManifestJson.Parsed parsed = ManifestJson.parse(document);
        if (!parsed.keyId().equals(signer.fingerprint())
                || !signer.verifies(ManifestJson.signed(parsed.manifest()), parsed.signature())) {
            throw new SealException(SealException.Reason.SIGNATURE_WRONG,
                    "The delivery's manifest was not signed by this site, or was altered; the delivery must not be used. "
                            + "Check the site's public key by another way and ask for the delivery again.");
        }
        return parsed.manifest();
    }
}
