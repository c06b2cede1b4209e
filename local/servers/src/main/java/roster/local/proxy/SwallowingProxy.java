package roster.local.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A TCP proxy on this machine that swallows packets on demand. Its connections then stay open, as seen from both sides, but nothing arrives
 * any more: neither data nor the end of a connection.
 */
public final class SwallowingProxy implements AutoCloseable {
    private static final int ANY = 0;
    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final int target;
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private volatile boolean swallowing;

    private SwallowingProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** @param target port on this machine */
    public static SwallowingProxy before(int target) {
        try {
            var proxy = new SwallowingProxy(new ServerSocket(ANY, BACKLOG, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Swallows everything on all current connections, for ever, and on new ones. */
    public void swallow() {
        swallowing = true;
        connections.forEach(it -> it.dead = true);
    }

    /** Forwards again on new connections. */
    public void forward() {
        swallowing = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = new Connection(server.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                connection.dead = swallowing;
                connections.add(connection);
                Thread.ofVirtual().start(() -> connection.pump(connection.client, connection.service));
                Thread.ofVirtual().start(() -> connection.pump(connection.service, connection.client));
            } catch (IOException _) {
                // the proxy was closed, or the service does not listen: the client sees it
            }
        }
    }

    private static final class Connection {
        private final Socket client;
        private final Socket service;
        private volatile boolean dead;

        Connection(Socket client, Socket service) {
            this.client = client;
            this.service = service;
        }

        void pump(Socket from, Socket to) {
            var bytes = new byte[8192];
            try {
                for (int read = from.getInputStream().read(bytes); read >= 0; read = from.getInputStream().read(bytes)) {
                    if (!dead) {
                        to.getOutputStream().write(bytes, 0, read);
                    }
                }
            } catch (IOException _) {
                // as the end of the connection
            }
            if (!dead) {
                close();
            }
        }

        void close() {
            close(client);
            close(service);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException _) {
                // closed already
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(Connection::close);
    }
}
