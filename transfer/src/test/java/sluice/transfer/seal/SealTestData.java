package sluice.transfer.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import sluice.transfer.bag.ByteProgress;

/** What the tests of this package share. */
final class SealTestData {

    static final SecureRandom RANDOM = new SecureRandom();

    private SealTestData() {
    }

    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] seal(byte[] plain, Recipient... recipients) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Sealer(List.of(recipients), RANDOM).seal(new ByteArrayInputStream(plain), out, ByteProgress.NONE);
        return out.toByteArray();
    }

    static byte[] open(byte[] sealed, RecipientKey key) throws IOException {
        return open(sealed, key, Expected.UNKNOWN);
    }

    static byte[] open(byte[] sealed, RecipientKey key, Expected expected) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Opener(key).open(new ByteArrayInputStream(sealed), out, expected, ByteProgress.NONE);
        return out.toByteArray();
    }

    static byte[] golden(String name) throws IOException {
        try (InputStream in = SealTestData.class.getResourceAsStream("golden/" + name)) {
            return in.readAllBytes();
        }
    }
}
