package sluice.transfer.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;
import sluice.transfer.connector.LocalSource;
import sluice.transfer.connector.TransferException;

/**
 * Decides whether a server is the one that was pinned, and remembers what it saw. One object serves one connection. It
 * never accepts a key only because there is nothing to compare it with.
 */
final class HostKeys implements HostKeyVerifier {
    private final List<String> accepted = new ArrayList<>();
    private final List<String> revoked = new ArrayList<>();
    private final List<String> preferred = new ArrayList<>();
    private String seen;
    private boolean trusted;

    private HostKeys() {
    }

    /**
     * Accepts the key with this fingerprint.
     *
     * @param family host key algorithms to ask for first: a server has several keys, and only one of them is pinned
     */
    static HostKeys pinned(String fingerprint, List<String> family) {
        HostKeys keys = new HostKeys();
        keys.accepted.add(fingerprint);
        keys.preferred.addAll(family);
        return keys;
    }

    /** Accepts no key: for finding out what a server shows. */
    static HostKeys none() {
        return new HostKeys();
    }

    /**
     * Accepts the keys that a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT") has for this server. Revoked keys
     * are refused; certificate authorities are not supported and accept nothing.
     *
     * @throws IOException when the file cannot be read
     */
    static HostKeys knownHosts(Path file, String host, int port) throws IOException {
        HostKeys keys = new HostKeys();
        String lower = host.toLowerCase(Locale.ROOT);
        String name = port == 22 ? lower : "[" + lower + "]:" + port;
        try (var reader = Files.newBufferedReader(file)) {
            for (var entry : new OpenSSHKnownHosts(reader, new SshAlgorithms.Quiet()).entries()) {
                if (entry.appliesTo(name)) {
                    keys.add(entry.getLine().trim().split("\\s+"), entry.getType());
                }
            }
        }
        return keys;
    }

    private void add(String[] fields, KeyType type) {
        boolean marked = fields[0].startsWith("@");
        int blob = marked ? 3 : 2;
        if (fields.length <= blob) {
            return;
        }
        if (!marked) {
            accepted.add(fingerprint(Base64.getDecoder().decode(fields[blob])));
            if (type == KeyType.RSA) {
                preferred.addAll(List.of("rsa-sha2-512", "rsa-sha2-256"));
            } else {
                preferred.add(type.toString());
            }
        } else if (fields[0].equals("@revoked")) {
            revoked.add(fingerprint(Base64.getDecoder().decode(fields[blob])));
        }
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        seen = fingerprint(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
        trusted = accepted.contains(seen) && !revoked.contains(seen);
        return trusted;
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.copyOf(preferred);
    }

    /** Why the key that was shown is not accepted; empty when it is, or when none was shown. */
    Optional<TransferException> objection() {
        if (seen == null || trusted) {
            return Optional.empty();
        }
        if (accepted.isEmpty() && revoked.isEmpty()) {
            return Optional.of(new TransferException.PeerUnknown(seen));
        }
        String expected = revoked.contains(seen) ? "another key, since this one is revoked" : String.join(" or ", accepted);
        return Optional.of(new TransferException.PeerChanged(expected, seen));
    }

    /** The fingerprint that was shown, e.g. {@code SHA256:…} with 43 characters of base64 (RFC 4648 §4, no padding). */
    String seen() {
        return seen == null ? "" : seen;
    }

    private static String fingerprint(byte[] blob) {
        byte[] digest = LocalSource.sha256().digest(blob);
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }
}
