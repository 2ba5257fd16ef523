package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sluice.app.curation.CurationException;
import sluice.app.deid.pseudonym.ProjectSecret;

/** The secret behind the pseudonyms of a run without a workspace. */
final class ToolSecret {
    private static final int LEAST_BYTES = 16;
    private static final byte[] LABEL = "sluice tool deidentify 1".getBytes(StandardCharsets.US_ASCII);
    private final Path own;
    private final SecureRandom random;

    /** @param own where this user's secret is kept when no file is named; made at first use, so that batches link */
    ToolSecret(Path own, SecureRandom random) {
        this.own = own;
        this.random = random;
    }

    /** @throws CurationException.Unknown when the named file is not there or too short to be a secret */
    ProjectSecret of(Optional<Path> file) throws CurationException, IOException {
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            throw new CurationException.Unknown("the secret file is not there; make one once and keep it, for example with: "
                    + "head -c 32 /dev/urandom > project.key");
        }
        if (file.isEmpty() && !Files.exists(own)) {
            make();
        }
        byte[] bytes = Files.readAllBytes(file.orElse(own));
        try {
            int length = bytes.length;
            while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
                length--; // an editor's line end is no part of a secret
            }
            if (length < LEAST_BYTES) {
                throw new CurationException.Unknown("the secret is shorter than " + LEAST_BYTES + " bytes; it could be guessed");
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, 0, length, "HmacSHA256"));
            return new ProjectSecret(1, mac.doFinal(LABEL), text(Arrays.copyOf(bytes, length)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The file's content where a person could have typed it: other tools of the project are given the same. */
    private static byte[] text(byte[] content) {
        try {
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return chars.chars().anyMatch(c -> c < ' ') ? new byte[0] : content;
        } catch (CharacterCodingException e) {
            return new byte[0];
        }
    }

    private void make() throws IOException {
        Files.createDirectories(own.getParent());
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        boolean posix = own.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path part = own.resolveSibling(own.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel out = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)) {
            out.write(ByteBuffer.wrap(fresh));
            out.force(true);
        }
        try {
            Files.createLink(own, part); // unlike a move, never replaces what another run made at the same moment
        } catch (FileAlreadyExistsException e) {
            // the other run's secret is as good
        } catch (UnsupportedOperationException e) {
            Files.move(part, own);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
