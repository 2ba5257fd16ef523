package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.Measured;

class SignedManifestTest {

    /** RFC 8032 section 7.1, test 1, in PKCS#8. */
    private static final String RFC_KEY = "-----BEGIN PRIVATE KEY-----\n"
            + "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
    private static final String RFC_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private final SiteKey key = parse(RFC_KEY);
    private final SignedManifest manifest = new SignedManifest("delivery-7", Instant.parse("2026-01-02T03:04:05.6Z"),
            List.of(new SignedManifest.Item("a.c4gh", Measured.of(new byte[1]), Measured.of(new byte[2])),
                    new SignedManifest.Item("ö \"漢\" \\.c4gh", Measured.of(new byte[3]), Measured.of(new byte[4]))),
            List.of("ff".repeat(32)));

    private static SiteKey parse(String pem) {
        try {
            return SiteKey.parse(pem.getBytes(StandardCharsets.US_ASCII));
        } catch (SealException e) {
            throw new AssertionError(e);
        }
    }

    private static SealException.Reason refused(byte[] document, SiteIdentity signer) {
        return assertThrows(SealException.class, () -> SignedManifest.verify(document, signer)).reason();
    }

    @Test
    void theKeyIsTheOneOfTheRfc() throws SealException {
        byte[] raw = HexFormat.of().parseHex(RFC_PUBLIC);
        assertEquals(Digest.of(raw).hex(), key.identity().fingerprint());
        assertEquals("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
                HexFormat.of().formatHex(key.sign(new byte[0])));
        assertArrayEquals(RFC_KEY.getBytes(StandardCharsets.US_ASCII), key.format());
        assertEquals(key.identity().fingerprint(), SiteIdentity.parse(key.identity().format()).fingerprint());
    }

    @Test
    void whatWasSignedComesBack() throws SealException {
        byte[] document = manifest.sign(key);
        assertEquals(manifest, SignedManifest.verify(document, key.identity()));
        assertArrayEquals(document, manifest.sign(key));
    }

    @Test
    void theFormIsTheDocumentedOne() {
        String text = new String(manifest.sign(key), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("{\"manifest\":{\"created\":\"2026-01-02T03:04:05Z\",\"deliveryId\":\"delivery-7\","
                + "\"format\":\"sluice-manifest-1\",\"items\":[{\"ciphertext\":{\"sha256\":\""), text);
        assertTrue(text.contains("\"name\":\"ö \\\"漢\\\" \\\\.c4gh\",\"plaintext\":{\"sha256\":\""), text);
        assertTrue(text.endsWith("\"}}") && text.contains("\"signature\":{\"algorithm\":\"Ed25519\",\"keyId\":\""), text);
    }

    @Test
    void everyAlteredByteIsNoticed() {
        byte[] document = manifest.sign(key);
        for (int i = 0; i < document.length; i++) {
            byte[] altered = document.clone();
            altered[i] ^= 1;
            refused(altered, key.identity());
        }
    }

    @Test
    void thereIsOnlyOneWayToWriteIt() {
        String text = new String(manifest.sign(key), StandardCharsets.UTF_8);
        for (String other : List.of(text + "\n", " " + text, text.replace("\"items\"", " \"items\""), text.replace("{\"manifest\"",
                "{\"extra\":1,\"manifest\""), text.replace("ö", "\\u00f6"), text + text, "", "null", "[]", "{}", text.substring(1))) {
            assertEquals(SealException.Reason.MANIFEST_MALFORMED, refused(other.getBytes(StandardCharsets.UTF_8), key.identity()));
        }
    }

    @Test
    void anotherSiteIsAnotherSite() {
        SiteKey other = SiteKey.generate(SealTestData.RANDOM);
        assertEquals(SealException.Reason.SIGNATURE_WRONG, refused(manifest.sign(other), key.identity()));
    }

    @Test
    void textsAreLinesAndNamesAreUnique() {
        Measured some = Measured.of(new byte[0]);
        for (String bad : List.of("", " ", "a\nb", "\u0000", "\ud800")) {
            assertThrows(IllegalArgumentException.class, () -> new SignedManifest.Item(bad, some, some));
        }
        SignedManifest.Item item = new SignedManifest.Item("a", some, some);
        assertThrows(IllegalArgumentException.class, () -> new SignedManifest("d", Instant.EPOCH, List.of(item, item), List.of()));
    }

    @Test
    void aClosedKeySignsNothingAndPrintsNoSecret() {
        assertFalse(key.toString().contains("9d61b19d"));
        key.close();
        assertThrows(IllegalStateException.class, () -> manifest.sign(key));
        assertThrows(IllegalStateException.class, key::format);
    }

    @Test
    void onlyEd25519KeysAreKeys() {
        for (String pem : List.of("", "x", RFC_KEY.replace("MC4C", "MC5C"), RFC_KEY.replace("PRIVATE", "PUBLIC"), RFC_KEY.replace("n9g", ""))) {
            byte[] text = pem.getBytes(StandardCharsets.US_ASCII);
            assertEquals(SealException.Reason.KEY_MALFORMED, assertThrows(SealException.class, () -> SiteKey.parse(text)).reason());
            assertEquals(SealException.Reason.KEY_MALFORMED, assertThrows(SealException.class, () -> SiteIdentity.parse(text)).reason());
        }
    }
}
