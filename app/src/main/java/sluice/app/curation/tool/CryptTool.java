package sluice.app.curation.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.app.curation.CurationException;
import sluice.app.job.Progress;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.seal.Expected;
import sluice.transfer.seal.KeyFiles;
import sluice.transfer.seal.Opener;
import sluice.transfer.seal.Recipient;
import sluice.transfer.seal.RecipientKey;
import sluice.transfer.seal.SealException;
import sluice.transfer.seal.SealResult;
import sluice.transfer.seal.Sealer;

/** Seals and opens single files, and makes keys. A new file appears under its name when it is complete. */
public final class CryptTool {
    private static final int BUFFER = 1 << 18;
    private final SecureRandom random;

    public CryptTool(SecureRandom random) {
        this.random = random;
    }

    /** What sealing made. */
    public record Sealed(String out, long bytes, String sha256, long sealedBytes, String sealedSha256) {}

    /** What opening gave. */
    public record Opened(String out, long bytes, String sha256) {}

    /** @param fingerprint SHA-256 of the public key */
    public record KeyPairFiles(String publicKey, String secretKey, String fingerprint) {}

    public Sealed seal(Path in, List<Path> recipients, Path out, Progress progress) throws CurationException, IOException {
        require(in, out);
        List<Recipient> keys = new ArrayList<>();
        for (Path key : recipients) {
            requireFile(key);
            keys.add(KeyFiles.readPublic(key));
        }
        progress.phase("seal", 1, Files.size(in));
        SealResult result = through(in, out, (from, to) -> new Sealer(keys, random).seal(from, to, n -> progress.advance(0, n)));
        return new Sealed(out.toString(), result.plaintext().size(), result.plaintext().digest().hex(),
                result.ciphertext().size(), result.ciphertext().digest().hex());
    }

    /** @throws CurationException.NoAccess when the key needs a passphrase that was not given, or does not open the file */
    public Opened open(Path in, Path keyFile, Optional<char[]> passphrase, Path out, Progress progress)
            throws CurationException, IOException {
        require(in, out);
        requireFile(keyFile);
        progress.phase("open", 1, Files.size(in));
        try (RecipientKey key = KeyFiles.readSecret(keyFile, () -> passphrase.map(char[]::clone))) {
            SealResult result = through(in, out,
                    (from, to) -> new Opener(key).open(from, to, Expected.UNKNOWN, n -> progress.advance(0, n)));
            return new Opened(out.toString(), result.plaintext().size(), result.plaintext().digest().hex());
        } catch (SealException e) {
            throw switch (e.reason()) {
                case PASSPHRASE_NEEDED, PASSPHRASE_WRONG, NOT_A_RECIPIENT -> new CurationException.NoAccess(e.getMessage(), e);
                default -> new CurationException.Refused(e.getMessage(), e);
            };
        }
    }

    /** Whether a secret key file is locked. */
    public boolean needsPassphrase(Path keyFile) throws CurationException, IOException {
        requireFile(keyFile);
        try (RecipientKey key = KeyFiles.readSecret(keyFile, Optional::empty)) {
            return false;
        } catch (SealException e) {
            if (e.reason() == SealException.Reason.PASSPHRASE_NEEDED) {
                return true;
            }
            throw new CurationException.Unknown(e.getMessage());
        }
    }

    /** @param base the files are {@code base.pub} and {@code base.sec}; neither may exist */
    public KeyPairFiles generate(Path base, Optional<char[]> passphrase) throws CurationException, IOException {
        Path publicFile = base.resolveSibling(base.getFileName() + ".pub");
        Path secretFile = base.resolveSibling(base.getFileName() + ".sec");
        if (Files.exists(publicFile) || Files.exists(secretFile)) {
            throw new CurationException.Refused("a key file of that name exists already; keys are never replaced");
        }
        if (base.toAbsolutePath().getParent() != null) {
            Files.createDirectories(base.toAbsolutePath().getParent());
        }
        try (RecipientKey key = RecipientKey.generate(random)) {
            KeyFiles.writeSecret(secretFile, KeyFiles.formatSecret(key, passphrase, "", random));
            KeyFiles.write(publicFile, KeyFiles.formatPublic(key.recipient()));
            return new KeyPairFiles(publicFile.toString(), secretFile.toString(), key.recipient().fingerprint());
        } catch (FileAlreadyExistsException e) {
            throw new CurationException.Refused("a key file of that name exists already; keys are never replaced", e);
        }
    }

    private interface Through {
        SealResult run(InputStream from, OutputStream to) throws IOException;
    }

    /** The name of the unfinished file is random: a file that has the name already may be the input, or somebody's own. */
    private SealResult through(Path in, Path out, Through work) throws IOException {
        Path part = out.toAbsolutePath().resolveSibling(".sluice" + Long.toHexString(random.nextLong()) + ".part");
        FileChannel fresh = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            SealResult result;
            try (FileChannel channel = fresh; InputStream from = Files.newInputStream(in);
                    OutputStream to = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
                result = work.run(from, to);
                to.flush();
                channel.force(true);
            }
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void require(Path in, Path out) throws CurationException {
        requireFile(in);
        if (Files.exists(out)) {
            throw new CurationException.Refused("the output exists already; nothing was written");
        }
    }

    private static void requireFile(Path file) throws CurationException {
        if (!Files.isRegularFile(file)) {
            throw new CurationException.Unknown("there is no file at " + file);
        }
    }
}
