package sluice.app.settings;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How hard a passphrase is to guess: Argon2id version 1.3 (RFC 9106) with these parameters.
 *
 * @param memoryKiB 8 for each lane up to 1 GiB
 * @param passes 1 to 64
 * @param lanes 1 to 16
 */
public record PassphraseCost(int memoryKiB, int passes, int lanes) {

    /** RFC 9106 section 4, second recommended option: 64 MiB, 3 passes, 4 lanes; below a second in pure Java. */
    public static final PassphraseCost STANDARD = new PassphraseCost(65_536, 3, 4);

    public PassphraseCost {
        // a hostile vault must not make the program take all memory or run for ever
        if (lanes < 1 || lanes > 16 || passes < 1 || passes > 64 || memoryKiB < 8 * lanes || memoryKiB > 1 << 20) {
            throw new IllegalArgumentException("Argon2 parameters out of range");
        }
    }

    /**
     * @param passphrase taken as UTF-8 in Unicode normal form C (RFC 8265), so that keyboards do not matter; not kept
     * @return 32 bytes
     */
    byte[] derive(char[] passphrase, byte[] salt) {
        char[] normal = normal(passphrase);
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKiB)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] key = new byte[32];
            argon2.generateBytes(normal, key);
            return key;
        } finally {
            Arrays.fill(normal, '\0');
        }
    }

    private static char[] normal(char[] passphrase) {
        for (char c : passphrase) {
            if (c > 0x7F) {
                // makes a String that cannot be wiped; ASCII, the usual case, is spared it
                return Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC).toCharArray();
            }
        }
        return passphrase.clone();
    }
}
