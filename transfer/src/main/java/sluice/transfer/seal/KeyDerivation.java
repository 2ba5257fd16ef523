package sluice.transfer.seal;

import com.hierynomus.sshj.userauth.keyprovider.bcrypt.BCrypt;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * From a passphrase to the key that locks a Crypt4GH key file. scrypt with N = 2^14, r = 8, p = 1 as all implementations
 * have it (its rounds field is 0 and not used), bcrypt as OpenSSH's bcrypt_pbkdf, and PBKDF2 with HMAC-SHA-256.
 */
enum KeyDerivation {

    SCRYPT("scrypt", 0) {
        @Override
        byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length) {
            return SCrypt.generate(passphrase, salt, 1 << 14, 8, 1, length);
        }
    },
    BCRYPT("bcrypt", 1_000) {
        @Override
        byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length) {
            byte[] key = new byte[length];
            new BCrypt().pbkdf(passphrase, salt, rounds, key);
            return key;
        }
    },
    PBKDF2("pbkdf2_hmac_sha256", 10_000_000) {
        @Override
        byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length) {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
            generator.init(passphrase, salt, rounds);
            return ((KeyParameter) generator.generateDerivedMacParameters(8 * length)).getKey();
        }
    };

    private final String id;
    private final int maxRounds;

    KeyDerivation(String id, int maxRounds) {
        this.id = id;
        this.maxRounds = maxRounds;
    }

    abstract byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length);

    /** The name in the key file. */
    String id() {
        return id;
    }

    /** Whether a key file may ask for so many rounds; more would only keep the machine busy. */
    boolean allows(int rounds) {
        return maxRounds == 0 || rounds >= 1 && rounds <= maxRounds;
    }

    static KeyDerivation of(String id) throws SealException {
        return Arrays.stream(values()).filter(kdf -> kdf.id.equals(id)).findFirst()
                .orElseThrow(() -> KeyFiles.malformed("its passphrase hashing is none of scrypt, bcrypt, pbkdf2_hmac_sha256"));
    }
}
