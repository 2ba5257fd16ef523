package sluice.transfer.sftp;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import sluice.transfer.connector.Capability;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.OptionSpec;
import sluice.transfer.connector.OptionType;
import sluice.transfer.connector.Session;
import sluice.transfer.connector.TransferException;

/** Delivers into a folder of an SSH server. */
public final class SftpConnector implements Connector {
    static final String HOST = "host";
    static final String PORT = "port";
    static final String USER = "user";
    static final String KEY_FILE = "key-file";
    static final String PASSPHRASE = "passphrase";
    static final String PATH = "path";
    static final String HOST_KEY = "host-key";
    static final String KNOWN_HOSTS = "known-hosts";
    static final String EVIDENCE = "evidence";
    static final String CONNECT_TIMEOUT = "connect-timeout";
    static final String READ_TIMEOUT = "read-timeout";
    static final String KEEP_ALIVE = "keep-alive";

    private static final OptionType FINGERPRINT = new OptionType.Text(Pattern.compile("SHA256:[A-Za-z0-9+/]{43}"),
            "must be SHA256: followed by 43 characters, as ssh-keygen -l prints it");

    @Override
    public String id() {
        return "sftp";
    }

    @Override
    public String title() {
        return "SFTP server";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OptionSpec.required(HOST, new OptionType.Text(Pattern.compile("[\\p{Alnum}._:%-]+"),
                        "must be a host name or an address"), "Name or address of the server."),
                OptionSpec.optional(PORT, new OptionType.Whole(1, 65_535), "22", "TCP port of the server."),
                OptionSpec.required(USER, OptionType.Text.any(), "User name at the server."),
                OptionSpec.required(KEY_FILE, new OptionType.LocalPath(),
                        "Private key (Ed25519, ECDSA or RSA) as ssh-keygen writes it; RSA also in PEM form."),
                OptionSpec.secret(PASSPHRASE, "Where the private key's passphrase is kept. Leave out for a key without."),
                OptionSpec.optional(PATH, OptionType.Text.any(), ".",
                        "Folder at the server. It must exist. Relative paths start at the login folder."),
                OptionSpec.optional(HOST_KEY, FINGERPRINT, null,
                        "Fingerprint of the server's host key, as its operator publishes it."),
                OptionSpec.optional(KNOWN_HOSTS, new OptionType.LocalPath(), null,
                        "A known_hosts file in OpenSSH's format, used where no fingerprint is given."),
                OptionSpec.optional(EVIDENCE, new OptionType.Choice(EvidenceMode.labels()), EvidenceMode.AUTO.label(),
                        "How arrival is proved: digest lets the server run sha256sum, read-back downloads what was sent, "
                                + "size compares lengths only, auto takes the first that works."),
                OptionSpec.optional(CONNECT_TIMEOUT, new OptionType.Whole(1, 3_600), "20",
                        "Seconds to wait for a connection."),
                OptionSpec.optional(READ_TIMEOUT, new OptionType.Whole(1, 3_600), "60",
                        "Seconds to wait for an answer."),
                OptionSpec.optional(KEEP_ALIVE, new OptionType.Whole(0, 3_600), "15",
                        "Seconds between signs of life, 0 for none. A server that answers none of five is taken for gone."));
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RESUME, Capability.RENAME, Capability.LIST, Capability.READ_BACK,
                Capability.REMOTE_DIGEST, Capability.FSYNC);
    }

    /**
     * Connects, checks the host key, logs in and looks for the folder.
     *
     * @throws TransferException.PeerUnknown      when nothing is pinned for the server; holds the fingerprint to compare
     * @throws TransferException.PeerChanged      when the server's key is not the pinned one
     * @throws TransferException.NotAuthenticated when the key cannot be used here or is not accepted there
     * @throws TransferException.Unreachable      when there is no connection, or no such folder
     */
    @Override
    public Session open(DestinationOptions options) throws TransferException {
        return new SshLogin(options).open();
    }
}
