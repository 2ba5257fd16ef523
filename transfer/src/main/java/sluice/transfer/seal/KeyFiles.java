package sluice.transfer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import sluice.transfer.bag.DurableFiles;

/**
 * Key files as the Crypt4GH implementations exchange them: PEM-like text around a raw public key or a {@code c4gh-v1}
 * secret key. Reads keys locked with scrypt, bcrypt or PBKDF2 and unlocked ones; writes scrypt ones and unlocked ones.
 */
public final class KeyFiles {

    private static final int MAX_FILE = 64 * 1024;
    private static final String PUBLIC = "CRYPT4GH PUBLIC KEY";
    private static final String SECRET = "CRYPT4GH PRIVATE KEY";
    /** Implementations differ in what they put before it. */
    private static final String SECRET_END = "PRIVATE KEY";

    private KeyFiles() {
    }

    /** Reads a recipient's public key file. */
    public static Recipient readPublic(Path file) throws IOException {
        return parsePublic(read(file));
    }

    /** @throws SealException {@code KEY_MALFORMED}, {@code KEY_REFUSED} */
    public static Recipient parsePublic(byte[] text) throws SealException {
        return Recipient.of(unwrap(text, PUBLIC));
    }

    /** Reads a secret key file; asks for a passphrase only when it is locked. */
    public static RecipientKey readSecret(Path file, PassphraseSource passphrases) throws IOException {
        byte[] text = read(file);
        try {
            return parseSecret(text, passphrases);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** @throws SealException {@code KEY_MALFORMED}, {@code PASSPHRASE_NEEDED}, {@code PASSPHRASE_WRONG} */
    public static RecipientKey parseSecret(byte[] text, PassphraseSource passphrases) throws SealException {
        byte[] content = unwrap(text, SECRET_END);
        try {
            if (!LockedKey.isOne(content)) {
                throw malformed("it is not of the form c4gh-v1");
            }
            return LockedKey.decode(content, passphrases);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** The text of a public key file. */
    public static byte[] formatPublic(Recipient recipient) {
        return Pem.format(PUBLIC, recipient.publicKey());
    }

    /**
     * The text of a secret key file.
     *
     * @param passphrase locks it with scrypt; empty leaves it unlocked. The caller wipes it
     * @param comment    stored in clear; may be empty
     */
    public static byte[] formatSecret(RecipientKey key, Optional<char[]> passphrase, String comment, SecureRandom random) {
        byte[] content = LockedKey.encode(key, passphrase, comment, random);
        try {
            return Pem.format(SECRET, content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Writes a key file that must not exist yet. */
    public static void write(Path file, byte[] text) throws IOException {
        create(file, text, false);
    }

    /** Writes a secret key file that must not exist yet, readable for its owner only. */
    public static void writeSecret(Path file, byte[] text) throws IOException {
        create(file, text, true);
    }

    private static void create(Path file, byte[] text, boolean secret) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Path tmp = Files.createTempFile(folder, ".key", ".tmp");
        try {
            if (posix && !secret) {
                Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.write(tmp, text);
            DurableFiles.sync(tmp);
            DurableFiles.publishNew(tmp, file);
        } finally {
            Files.deleteIfExists(tmp);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(MAX_FILE + 1);
            if (text.length > MAX_FILE) {
                throw malformed("it is larger than " + MAX_FILE + " bytes");
            }
            return text;
        }
    }

    private static byte[] unwrap(byte[] text, String labelEnd) throws SealException {
        return Pem.parse(text, labelEnd)
                .orElseThrow(() -> malformed("it is not Base64 between BEGIN and END lines for a " + labelEnd));
    }

    static SealException malformed(String what) {
        return new SealException(SealException.Reason.KEY_MALFORMED,
                "This is no usable Crypt4GH key: " + what + ". Nothing was sealed or opened; ask for the key file again.");
    }

    static SealException passphraseNeeded() {
        return new SealException(SealException.Reason.PASSPHRASE_NEEDED,
                "The key file is locked and there is no passphrase; nothing was opened. Give its passphrase.");
    }

    static SealException passphraseWrong() {
        return new SealException(SealException.Reason.PASSPHRASE_WRONG,
                "The passphrase does not unlock the key file, or the file was altered; nothing was opened. Try again.");
    }
}
