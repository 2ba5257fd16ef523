package sluice.transfer.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.FileConnectorConformance;
import sluice.transfer.connector.Site;

/** The SFTP connector does what every file connector does, against a server that allows nothing but SFTP. */
class SftpConformanceTest extends FileConnectorConformance {
    static KeyPair user;
    static KeyPair host;
    @TempDir
    Path base;

    @BeforeAll
    static void keys() throws Exception {
        user = SshKeys.ecdsa();
        host = SshKeys.ecdsa();
    }

    /** Whether the server runs commands. */
    boolean shell() {
        return false;
    }

    @Override
    protected Site newSite() throws Exception {
        Path folder = Files.createDirectory(base.resolve("incoming"));
        Path key = SshKeys.openSsh(base.resolve("key"), user, null);
        return new ServerSite(folder, new SftpTestServer(folder, shell(), user.getPublic(), host), key);
    }

    private static final class ServerSite implements Site {
        private final Path folder;
        private final SftpTestServer server;
        private final Path key;
        private final List<CuttingProxy> proxies = new ArrayList<>();

        ServerSite(Path folder, SftpTestServer server, Path key) {
            this.folder = folder;
            this.server = server;
            this.key = key;
        }

        @Override
        public Connector connector() {
            return new SftpConnector();
        }

        @Override
        public Map<String, String> options() {
            return server.options(key, SshKeys.fingerprint(host.getPublic()));
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Optional<Map<String, String>> readOnly() {
            server.storage.readOnly = true;
            return Optional.of(options());
        }

        @Override
        public Optional<Map<String, String>> full(long bytes) {
            server.storage.room.set(bytes);
            return Optional.of(options());
        }

        @Override
        public void makeRoom() {
            server.storage.room.set(Long.MAX_VALUE);
        }

        @Override
        public Optional<Map<String, String>> cutAfter(long bytes) {
            try {
                CuttingProxy proxy = new CuttingProxy(server.address(), bytes);
                proxies.add(proxy);
                Map<String, String> options = new HashMap<>(options());
                options.put("port", Integer.toString(proxy.port()));
                // who waits for room in the channel's window learns of the end by this timeout only
                options.put("read-timeout", "1");
                return Optional.of(options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            for (CuttingProxy proxy : proxies) {
                proxy.close();
            }
            server.close();
        }
    }
}
