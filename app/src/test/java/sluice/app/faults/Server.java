package sluice.app.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on one port of the loopback interface that goes away, comes back, and changes its key. */
final class Server implements AutoCloseable {
    private final Path root;
    private final int port;
    private final KeyPair client;
    private SshServer running;

    Server(Path root) throws IOException, GeneralSecurityException {
        this.root = root;
        client = key();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(root.resolve("incoming"));
        try (OutputStream out = Files.newOutputStream(keyFile())) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(client, "test", null, out);
        }
    }

    static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    static String fingerprint(KeyPair key) {
        return KeyUtils.getFingerPrint(key.getPublic());
    }

    /** What arrived. */
    Path incoming() {
        return root.resolve("incoming");
    }

    int port() {
        return port;
    }

    Path keyFile() {
        return root.resolveSibling("client-key");
    }

    void start(KeyPair hostKey) throws IOException {
        running = SshServer.setUpDefaultServer();
        running.setHost("127.0.0.1");
        running.setPort(port);
        running.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        running.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, client.getPublic()));
        running.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        running.setFileSystemFactory(new VirtualFileSystemFactory(root));
        running.start();
    }

    @Override
    public void close() throws IOException {
        if (running != null) {
            running.stop(true);
            running = null;
        }
    }
}
