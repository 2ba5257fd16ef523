package sluice.transfer.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.SFTPEngine;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.TransferException;

/** From a destination's options to an open session: connect, check the host key, log in, find the folder. */
final class SshLogin {
    /** A server may have one host key of each family; the pinned fingerprint does not say of which it is. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("ssh-ed25519"),
            List.of("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"),
            List.of("rsa-sha2-512", "rsa-sha2-256"));

    private final DestinationOptions options;

    SshLogin(DestinationOptions options) {
        this.options = options;
    }

    SftpSession open() throws TransferException {
        TransferException first = null;
        for (Lookup keys : candidates()) {
            try {
                return open(keys.find());
            } catch (TransferException.PeerChanged e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    private interface Lookup {
        HostKeys find() throws TransferException;
    }

    private List<Lookup> candidates() {
        Optional<String> pinned = options.find(SftpConnector.HOST_KEY);
        Optional<String> known = options.find(SftpConnector.KNOWN_HOSTS);
        List<Lookup> candidates = new ArrayList<>();
        if (pinned.isPresent()) {
            FAMILIES.forEach(family -> candidates.add(() -> HostKeys.pinned(pinned.get(), family)));
        } else if (known.isPresent()) {
            candidates.add(() -> knownHosts(Path.of(known.get())));
        } else {
            candidates.add(HostKeys::none);
        }
        return candidates;
    }

    private HostKeys knownHosts(Path file) throws TransferException {
        try {
            return HostKeys.knownHosts(file, options.text(SftpConnector.HOST), port());
        } catch (IOException | IllegalArgumentException e) {
            throw new TransferException.InvalidOptions(List.of("the file of option known-hosts cannot be read"));
        }
    }

    private int port() {
        return (int) options.number(SftpConnector.PORT);
    }

    private int millis(String option) {
        return (int) options.number(option) * 1000;
    }

    private SftpSession open(HostKeys hostKeys) throws TransferException {
        SSHClient client = new SSHClient(SshAlgorithms.config());
        try {
            KeyProvider key = key(client);
            connect(client, hostKeys);
            authenticate(client, key);
            return new SftpSession(client, hostKeys.seen(), folder(client),
                    EvidenceMode.ofLabel(options.text(SftpConnector.EVIDENCE)));
        } catch (TransferException | RuntimeException e) {
            SftpFailures.closeQuietly(client);
            throw e;
        }
    }

    private KeyProvider key(SSHClient client) throws TransferException {
        Optional<char[]> passphrase = options.secret(SftpConnector.PASSPHRASE);
        try {
            KeyProvider key = client.loadKeys(options.text(SftpConnector.KEY_FILE),
                    passphrase.map(Once::new).orElse(null));
            key.getPrivate();
            key.getPublic();
            return key;
        } catch (IOException | RuntimeException e) {
            // the library's own message may name the file, so it is not passed on
            throw new TransferException.NotAuthenticated(passphrase.isPresent()
                    ? "the private key cannot be read with this passphrase"
                    : "the private key cannot be read; it may need a passphrase", null);
        } finally {
            passphrase.ifPresent(secret -> Arrays.fill(secret, '\0'));
        }
    }

    private void connect(SSHClient client, HostKeys hostKeys) throws TransferException {
        client.addHostKeyVerifier(hostKeys);
        client.setConnectTimeout(millis(SftpConnector.CONNECT_TIMEOUT));
        client.setTimeout(millis(SftpConnector.READ_TIMEOUT));
        client.getTransport().setTimeoutMs(millis(SftpConnector.READ_TIMEOUT));
        client.getConnection().setTimeoutMs(millis(SftpConnector.READ_TIMEOUT));
        client.getConnection().getKeepAlive().setKeepAliveInterval((int) options.number(SftpConnector.KEEP_ALIVE));
        try {
            client.connect(options.text(SftpConnector.HOST), port());
        } catch (IOException e) {
            Optional<TransferException> objection = hostKeys.objection();
            throw objection.isPresent() ? objection.get() : SftpFailures.connecting(e);
        }
    }

    private void authenticate(SSHClient client, KeyProvider key) throws TransferException {
        try {
            client.authPublickey(options.text(SftpConnector.USER), key);
        } catch (UserAuthException e) {
            if (client.getTransport().isRunning() && !SftpFailures.isLate(e)) {
                throw new TransferException.NotAuthenticated("the server does not accept this key for this user", null);
            }
            throw SftpFailures.connecting(e);
        } catch (IOException e) {
            throw SftpFailures.connecting(e);
        }
    }

    private SftpFolder folder(SSHClient client) throws TransferException {
        try {
            SFTPEngine engine = new SFTPEngine(client);
            engine.setTimeoutMs(millis(SftpConnector.READ_TIMEOUT));
            engine.init();
            String path = engine.canonicalize(options.text(SftpConnector.PATH));
            FileAttributes found = engine.stat(path);
            if (found.has(FileAttributes.Flag.MODE) && found.getType() != FileMode.Type.DIRECTORY) {
                throw new TransferException.Unreachable("the folder at the server is not a folder", null);
            }
            return new SftpFolder(engine, path);
        } catch (IOException e) {
            if (SftpFailures.isMissing(e)) {
                throw new TransferException.Unreachable("the folder at the server is not there", null);
            }
            throw SftpFailures.typed(e, "opening the folder at the server");
        }
    }

    /** Gives a passphrase to the library; it asks once and wipes what it was given. */
    private static final class Once implements PasswordFinder {
        private final char[] secret;

        Once(char[] secret) {
            this.secret = secret;
        }

        @Override
        public char[] reqPassword(Resource<?> resource) {
            return secret.clone();
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}
