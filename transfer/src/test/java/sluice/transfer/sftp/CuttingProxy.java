package sluice.transfer.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Forwards one connection to a server and resets it after a number of bytes towards the server. */
final class CuttingProxy implements AutoCloseable {
    private final InetSocketAddress server;
    private final long limit;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CuttingProxy(InetSocketAddress server, long limit) throws IOException {
        this.server = server;
        this.limit = limit;
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private interface Io {
        void run() throws IOException;
    }

    private static void start(Io io) {
        Thread thread = new Thread(() -> {
            try {
                io.run();
            } catch (IOException e) {
                // an end that was cut ends like this
            }
        }, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        Socket client = listening.accept();
        Socket target = new Socket(server.getAddress(), server.getPort());
        open.add(client);
        open.add(target);
        start(() -> pump(target.getInputStream(), client.getOutputStream(), Long.MAX_VALUE));
        pump(client.getInputStream(), target.getOutputStream(), limit);
        close();
    }

    private static void pump(InputStream from, OutputStream to, long limit) throws IOException {
        byte[] block = new byte[8192];
        long left = limit;
        while (left > 0) {
            int n = from.read(block, 0, (int) Math.min(block.length, left));
            if (n < 0) {
                return;
            }
            to.write(block, 0, n);
            to.flush();
            left -= n;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
