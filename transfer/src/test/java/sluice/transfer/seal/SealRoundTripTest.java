package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Measured;

class SealRoundTripTest {

    private final RecipientKey key = RecipientKey.generate(SealTestData.RANDOM);
    private final RecipientKey other = RecipientKey.generate(SealTestData.RANDOM);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65535, 65536, 65537, 131071, 131072, 131073, 524287, 524288, 524289, 3_000_000, 20_000_000})
    void whatGoesInComesOutAndIsMeasured(int size) throws IOException {
        byte[] plain = SealTestData.bytes(size, size);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        SealResult result = new Sealer(List.of(key.recipient(), other.recipient()), SealTestData.RANDOM)
                .seal(new ByteArrayInputStream(plain), sealed, ByteProgress.NONE);
        assertEquals(Measured.of(plain), result.plaintext());
        assertEquals(Measured.of(sealed.toByteArray()), result.ciphertext());
        assertEquals(sealed.size(), Segments.sealedSize(size, 2));
        assertArrayEquals(plain, SealTestData.open(sealed.toByteArray(), key));
        assertArrayEquals(plain, SealTestData.open(sealed.toByteArray(), other, Expected.of(result.plaintext(), result.ciphertext())));
    }

    @Test
    void piecesOfAnySizeGiveTheSamePlaintext() throws IOException {
        byte[] plain = SealTestData.bytes(700_001, 3);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (SealingStream sealing = new Sealer(List.of(key.recipient()), SealTestData.RANDOM).begin(sealed)) {
            sealing.write(plain[0]);
            for (int at = 1; at < plain.length; at += 777) {
                sealing.write(plain, at, Math.min(777, plain.length - at));
                sealing.flush();
            }
            assertEquals(sealing.finish(), sealing.finish());
        }
        try (OpeningStream opening = new Opener(key).begin(new ByteArrayInputStream(sealed.toByteArray()), Expected.UNKNOWN)) {
            assertEquals(plain[0] & 0xff, opening.read());
            assertThrows(IllegalStateException.class, opening::result);
            assertArrayEquals(Arrays.copyOfRange(plain, 1, plain.length), opening.readAllBytes());
            assertEquals(-1, opening.read());
            assertEquals(Measured.of(plain), opening.result().plaintext());
        }
    }

    @Test
    void twoFilesShareNeitherWriterNorCiphertext() throws IOException {
        byte[] plain = new byte[100];
        byte[] one = SealTestData.seal(plain, key.recipient());
        byte[] two = SealTestData.seal(plain, key.recipient());
        assertFalse(Arrays.equals(one, 24, 56, two, 24, 56));
        assertFalse(Arrays.equals(one, 136, 236, two, 136, 236));
    }

    @Test
    void nobodyElseOpensIt() throws IOException {
        byte[] sealed = SealTestData.seal(new byte[100], key.recipient());
        SealException e = assertThrows(SealException.class, () -> SealTestData.open(sealed, other));
        assertEquals(SealException.Reason.NOT_A_RECIPIENT, e.reason());
    }

    @Test
    void aClosedKeyOpensNothing() throws IOException {
        byte[] sealed = SealTestData.seal(new byte[100], key.recipient());
        key.close();
        assertThrows(IllegalStateException.class, () -> SealTestData.open(sealed, key));
    }

    @Test
    void nobodyIsNoRecipient() {
        assertThrows(IllegalArgumentException.class, () -> new Sealer(List.of(), SealTestData.RANDOM));
    }

    @Test
    void aPointOfSmallOrderIsNoRecipient() {
        SealException e = assertThrows(SealException.class, () -> Recipient.of(new byte[32]));
        assertEquals(SealException.Reason.KEY_REFUSED, e.reason());
    }
}
