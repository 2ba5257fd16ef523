package sluice.transfer.sftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.nativefs.NativeFileSystemFactory;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server within the test's process, on a free loopback port. */
final class SftpTestServer implements AutoCloseable {
    final FaultyStorage storage = new FaultyStorage();
    final AtomicInteger commands = new AtomicInteger();
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path folder;
    private final boolean shell;

    /** @param shell whether commands may be run; without it clients see nothing but the folder, as its root */
    SftpTestServer(Path folder, boolean shell, PublicKey user, KeyPair... hostKeys) throws IOException {
        this.folder = folder;
        this.shell = shell;
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
        server.setPublickeyAuthenticator((name, key, session) -> name.equals("curator") && KeyUtils.compareKeys(key, user));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(storage).withSftpErrorStatusDataHandler(new FaultyStorage.Statuses()).build()));
        if (shell) {
            server.setFileSystemFactory(NativeFileSystemFactory.INSTANCE);
            server.setCommandFactory((channel, command) -> {
                commands.incrementAndGet();
                return new ProcessShellFactory(command, "/bin/sh", "-c", command).createShell(channel);
            });
        } else {
            server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        }
        server.start();
    }

    SshServer ssh() {
        return server;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getHost(), server.getPort());
    }

    Map<String, String> options(Path keyFile, String hostKey) {
        Map<String, String> options = new HashMap<>();
        options.put("host", server.getHost());
        options.put("port", Integer.toString(server.getPort()));
        options.put("user", "curator");
        options.put("key-file", keyFile.toString());
        options.put("path", shell ? folder.toString() : "/");
        options.put("connect-timeout", "10");
        options.put("read-timeout", "20");
        if (hostKey != null) {
            options.put("host-key", hostKey);
        }
        return options;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
