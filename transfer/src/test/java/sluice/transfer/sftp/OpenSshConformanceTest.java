package sluice.transfer.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.FileConnectorConformance;
import sluice.transfer.connector.Site;
import sluice.transfer.connector.SmallDisk;
import sluice.transfer.connector.TransferException;

/**
 * The SFTP connector against OpenSSH's own server on this machine, as {@code .ci/sshd} starts it; skipped where the
 * environment variable SLUICE_SSHD_PORT is not set.
 */
class OpenSshConformanceTest extends FileConnectorConformance {

    /** The variable that names the server's port. */
    String portVariable() {
        return "SLUICE_SSHD_PORT";
    }

    @Override
    protected Site newSite() throws Exception {
        String port = System.getenv(portVariable());
        assumeTrue(port != null, "no OpenSSH server: " + portVariable() + " is not set");
        Path landing = Path.of(System.getenv("SLUICE_SSHD_PATH"));
        return new OpenSshSite(Files.createTempDirectory(landing, "it's "), Integer.parseInt(port));
    }

    @Test
    void identitiesAreChecked() throws Exception {
        Map<String, String> options = site().options();
        String pinned = options.remove("host-key");
        String shown = assertThrows(TransferException.PeerUnknown.class, () -> open(options)).actual();
        assertEquals(pinned, shown);
        options.put("host-key", "SHA256:" + "A".repeat(43));
        assertThrows(TransferException.PeerChanged.class, () -> open(options));
        options.put("host-key", pinned);
        options.put("key-file", SshKeys.openSsh(local().resolve("stranger"), SshKeys.ecdsa(), null).toString());
        assertThrows(TransferException.NotAuthenticated.class, () -> open(options));
    }

    private static final class OpenSshSite implements Site {
        private final Path folder;
        private final int port;
        private final List<CuttingProxy> proxies = new ArrayList<>();
        private SmallDisk disk;

        OpenSshSite(Path folder, int port) {
            this.folder = folder;
            this.port = port;
        }

        @Override
        public Connector connector() {
            return new SftpConnector();
        }

        @Override
        public Map<String, String> options() {
            return options(Integer.toString(port));
        }

        private Map<String, String> options(String toPort) {
            return new HashMap<>(Map.of("host", System.getenv("SLUICE_SSHD_HOST"), "port", toPort,
                    "user", System.getenv("SLUICE_SSHD_USER"), "key-file", System.getenv("SLUICE_SSHD_KEY"),
                    "host-key", System.getenv("SLUICE_SSHD_HOSTKEY"), "path", folder.toString()));
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Optional<Map<String, String>> readOnly() {
            return Optional.ofNullable(System.getenv("SLUICE_SSHD_READONLY_PORT")).map(this::options);
        }

        @Override
        public Optional<Map<String, String>> full(long bytes) {
            if (SmallDisk.root().isEmpty()) {
                return Optional.empty();
            }
            try {
                disk = SmallDisk.fill(folder, bytes);
                return Optional.of(options());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void makeRoom() {
            try {
                if (disk != null) {
                    disk.makeRoom();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Map<String, String>> cutAfter(long bytes) {
            try {
                CuttingProxy proxy = new CuttingProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), bytes);
                proxies.add(proxy);
                Map<String, String> options = options(Integer.toString(proxy.port()));
                options.put("read-timeout", "1");
                return Optional.of(options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            makeRoom();
            for (CuttingProxy proxy : proxies) {
                proxy.close();
            }
            SmallDisk.remove(folder);
        }
    }
}
