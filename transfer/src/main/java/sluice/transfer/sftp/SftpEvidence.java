package sluice.transfer.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteFile;
import sluice.transfer.connector.LocalSource;
import sluice.transfer.connector.Place;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Evidence;
import sluice.transfer.receipt.Sha256Text;

/** Observes the content of a remote file, by the server's own digest or by reading it again. */
final class SftpEvidence {
    private static final int OUTSTANDING = 32;
    private static final int BLOCK = 1 << 15;
    private static final int LONGEST_ANSWER = 4096;
    private final SSHClient client;
    private final SftpFolder folder;
    private final EvidenceMode mode;
    private boolean noShell;

    SftpEvidence(SSHClient client, SftpFolder folder, EvidenceMode mode) {
        this.client = client;
        this.folder = folder;
        this.mode = mode;
    }

    /**
     * What the server holds, or empty when it lets nobody find out. A server's digest that differs is believed only after
     * reading back, where that is allowed: its shell may see other folders than its SFTP service.
     */
    Optional<Evidence> ofContent(Upload upload, Place place) throws TransferException {
        Optional<Evidence> digest = Optional.empty();
        if (mode.asksServer() && !noShell) {
            digest = remoteDigest(folder.path(upload.remoteName(), place));
            noShell = digest.isEmpty();
        }
        boolean settled = digest.isPresent() && digest.get().confirms(upload.size(), upload.sha256());
        if (settled || !mode.readsBack()) {
            return digest;
        }
        return readBack(folder.path(upload.remoteName(), place));
    }

    /** {@code sha256sum} in an exec channel (RFC 4254 §6.5); any other answer than a digest counts as no shell. */
    private Optional<Evidence> remoteDigest(String file) throws TransferException {
        try (Session session = client.startSession();
                Session.Command command = session.exec("sha256sum -- " + quoted(file))) {
            byte[] answer = command.getInputStream().readNBytes(LONGEST_ANSWER);
            command.join(10, TimeUnit.SECONDS);
            Integer status = command.getExitStatus();
            String text = new String(answer, StandardCharsets.UTF_8);
            // a backslash in front says that the name, which is not looked at, is escaped
            int start = text.startsWith("\\") ? 1 : 0;
            if (status == null || status != 0 || text.length() < start + 65 || text.charAt(start + 64) != ' ') {
                return Optional.empty();
            }
            String digest = text.substring(start, start + 64);
            return Sha256Text.isDigest(digest)
                    ? Optional.of(new Evidence.RemoteDigest(digest, "sha256sum")) : Optional.empty();
        } catch (IOException e) {
            TransferException typed = SftpFailures.typed(e, "computing a digest");
            if (typed instanceof TransferException.Cancelled || !client.isConnected()) {
                throw typed;
            }
            return Optional.empty();
        }
    }

    /** For a POSIX shell: everything is literal between single quotes, except the single quote. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private Optional<Evidence> readBack(String file) throws TransferException {
        try (RemoteFile stored = folder.open(file, OpenMode.READ);
                InputStream in = stored.new ReadAheadRemoteFileInputStream(OUTSTANDING)) {
            MessageDigest digest = LocalSource.sha256();
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                if (Thread.currentThread().isInterrupted()) {
                    throw new TransferException.Cancelled(null);
                }
            }
            return Optional.of(new Evidence.ReadBack(HexFormat.of().formatHex(digest.digest())));
        } catch (IOException e) {
            TransferException typed = SftpFailures.typed(e, "reading back");
            if (typed instanceof TransferException.Refused) {
                return Optional.empty();
            }
            throw typed;
        }
    }
}
