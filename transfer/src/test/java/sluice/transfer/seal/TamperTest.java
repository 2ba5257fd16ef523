package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.transfer.bag.Measured;

/** What Crypt4GH shows and what only the expected digests show; see transfer/docs/sealing.md. */
class TamperTest {

    private static final int HEADER = 16 + 108;

    private final RecipientKey key = RecipientKey.generate(SealTestData.RANDOM);
    private final byte[] plain = SealTestData.bytes(3 * 65536 + 1000, 9);
    private byte[] sealed;
    private Expected expected;

    @BeforeEach
    void seal() throws IOException {
        sealed = SealTestData.seal(plain, key.recipient());
        expected = Expected.of(Measured.of(plain), Measured.of(sealed));
    }

    private SealException refused(byte[] altered, Expected known) {
        return assertThrows(SealException.class, () -> SealTestData.open(altered, key, known));
    }

    @Test
    void aFlippedBitAnywhereIsNeverSilent() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 600; i++) {
            byte[] altered = sealed.clone();
            int at = i < 8 * HEADER / 4 ? i / 2 : random.nextInt(HEADER, sealed.length);
            altered[at] ^= (byte) (1 << random.nextInt(8));
            refused(altered, Expected.UNKNOWN);
        }
    }

    @Test
    void aFlippedBitInASegmentSaysWhere() {
        byte[] altered = sealed.clone();
        altered[HEADER + 2 * Segments.SEALED + 500] ^= 1;
        SealException e = refused(altered, Expected.UNKNOWN);
        assertEquals(SealException.Reason.NOT_AUTHENTIC, e.reason());
        assertTrue(e.getMessage().contains("Segment 2 (plaintext from byte 131072)"));
    }

    @Test
    void everyTruncationButAtASegmentsEndIsShownByTheFormat() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300; i++) {
            int length = i < HEADER ? i : random.nextInt(HEADER, sealed.length);
            byte[] cut = Arrays.copyOf(sealed, length);
            if ((length - HEADER) % Segments.SEALED != 0 || length < HEADER) {
                refused(cut, Expected.UNKNOWN);
            }
            refused(cut, expected);
        }
    }

    @Test
    void whatTheFormatCannotShowTheExpectationDoes() throws IOException {
        byte[] lastDropped = Arrays.copyOf(sealed, HEADER + 3 * Segments.SEALED);
        byte[] swapped = segments(1, 0, 2, 3);
        byte[] repeated = segments(0, 0, 1, 2, 3);
        byte[] middleDropped = segments(0, 2, 3);
        for (byte[] altered : List.of(lastDropped, swapped, repeated, middleDropped)) {
            assertTrue(SealTestData.open(altered, key).length > 0, "the format shows it after all; correct the documents");
            assertEquals(SealException.Reason.NOT_EXPECTED, refused(altered, expected).reason());
            assertEquals(SealException.Reason.NOT_EXPECTED,
                    refused(altered, new Expected(expected.plaintext(), java.util.Optional.empty())).reason());
        }
        assertArrayEquals(plain, SealTestData.open(sealed, key, expected));
    }

    @Test
    void aSegmentAddedByAStrangerUnderHisOwnKeyIsShownByTheExpectation() throws IOException {
        byte[] strange = SealTestData.seal(new byte[10], key.recipient());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(ByteBuffer.wrap(Arrays.copyOf(sealed, 16)).order(ByteOrder.LITTLE_ENDIAN).putInt(12, 2).array());
        both.write(sealed, 16, HEADER - 16);
        both.write(strange, 16, HEADER - 16);
        both.write(sealed, HEADER, 3 * Segments.SEALED);
        both.write(strange, HEADER, strange.length - HEADER);
        assertEquals(3 * 65536 + 10, SealTestData.open(both.toByteArray(), key).length);
        assertEquals(SealException.Reason.NOT_EXPECTED, refused(both.toByteArray(), expected).reason());
    }

    private byte[] segments(int... order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(sealed, 0, HEADER);
        for (int i : order) {
            int at = HEADER + i * Segments.SEALED;
            out.write(sealed, at, Math.min(Segments.SEALED, sealed.length - at));
        }
        return out.toByteArray();
    }

    private byte[] withNumber(int at, int value) {
        return ByteBuffer.wrap(sealed.clone()).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value).array();
    }

    @Test
    void hostileNumbersAreRefusedBeforeAnythingIsReserved() {
        for (int count : new int[] {0, -1, Header.MAX_PACKETS + 1, Integer.MAX_VALUE}) {
            assertEquals(SealException.Reason.HEADER_MALFORMED, refused(withNumber(12, count), expected).reason());
        }
        for (int length : new int[] {0, 7, -1, Header.MAX_PACKET + 1, Integer.MAX_VALUE}) {
            assertEquals(SealException.Reason.HEADER_MALFORMED, refused(withNumber(16, length), expected).reason());
        }
        assertEquals(SealException.Reason.UNSUPPORTED, refused(withNumber(8, 2), expected).reason());
        assertEquals(SealException.Reason.NOT_A_RECIPIENT, refused(withNumber(20, 1), expected).reason());
        assertEquals(SealException.Reason.NOT_CRYPT4GH, refused(new byte[100], expected).reason());
        assertEquals(SealException.Reason.TRUNCATED, refused(Arrays.copyOf(withNumber(12, 1000), HEADER), expected).reason());
    }

    @Test
    void aPacketWithAPointOfSmallOrderIsSkipped() {
        byte[] altered = sealed.clone();
        Arrays.fill(altered, 24, 56, (byte) 0);
        assertEquals(SealException.Reason.NOT_A_RECIPIENT, refused(altered, expected).reason());
    }
}
