package roster.local.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on this machine that misbehaves on demand. It swallows packets: connections stay open, as seen from both sides, but nothing
 * arrives any more, neither data nor the end of a connection. It delays packets, or cuts connections.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int ANY = 0;
    private static final int BACKLOG = 200;

    private final ServerSocket server;
    private final int[] targets;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger harmed = new AtomicInteger();
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private volatile boolean swallowing;
    private volatile Duration delay = Duration.ZERO;

    private FaultyProxy(ServerSocket server, int... targets) {
        this.server = server;
        this.targets = targets;
    }

    /** @param targets ports on this machine. Connections take turns, and pass over a target that does not listen. */
    public static FaultyProxy before(int... targets) {
        return listening(ANY, targets);
    }

    /** @param port port of the proxy */
    public static FaultyProxy listening(int port, int... targets) {
        try {
            var proxy = new FaultyProxy(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), targets);
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

    /** Holds each packet for that time. */
    public void delay(Duration longer) {
        delay = longer;
    }

    /** Closes all connections. */
    public void cut() {
        connections.forEach(it -> {
            harmed.incrementAndGet();
            it.close();
        });
    }

    /** Forwards again on new connections, without a delay. Of old ones, only the end arrives. */
    public void forward() {
        swallowing = false;
        delay = Duration.ZERO;
        connections.stream().filter(it -> it.ended).forEach(Connection::close);
    }

    /** Number of packets that were swallowed or delayed, and of connections that were cut. */
    public int harmed() {
        return harmed.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException _) {
                // the proxy was closed
            }
        }
    }

    private void connect(Socket client) {
        int first = next.getAndIncrement();
        for (int i = 0; i < targets.length; i++) {
            try {
                begin(new Connection(client, new Socket(InetAddress.getLoopbackAddress(), targets[(first + i) % targets.length])));
                return;
            } catch (IOException _) {
                // it does not listen
            }
        }
        close(client);
    }

    private void begin(Connection connection) {
        connection.dead = swallowing;
        connections.add(connection);
        Thread.ofVirtual().start(() -> connection.pump(connection.client, connection.service));
        Thread.ofVirtual().start(() -> connection.pump(connection.service, connection.client));
    }

    private static void close(Socket... sockets) {
        Arrays.stream(sockets).forEach(it -> {
            try {
                it.close();
            } catch (IOException _) {
                // closed already
            }
        });
    }

    private final class Connection {
        private final Socket client;
        private final Socket service;
        private volatile boolean dead;
        private volatile boolean ended;

        Connection(Socket client, Socket service) {
            this.client = client;
            this.service = service;
        }

        void pump(Socket from, Socket to) {
            var bytes = new byte[8192];
            try {
                for (int read = from.getInputStream().read(bytes); read >= 0; read = from.getInputStream().read(bytes)) {
                    pass(bytes, read, to);
                }
            } catch (IOException _) {
                // as the end of the connection
            }
            ended = true;
            if (!dead || !swallowing) {
                close();
            }
        }

        private void pass(byte[] bytes, int count, Socket to) throws IOException {
            if (dead || delay.isPositive()) {
                harmed.incrementAndGet();
            }
            wait(delay);
            if (!dead) {
                to.getOutputStream().write(bytes, 0, count);
            }
        }

        private static void wait(Duration longer) throws IOException {
            try {
                Thread.sleep(longer);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted");
            }
        }

        void close() {
            connections.remove(this);
            FaultyProxy.close(client, service);
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
