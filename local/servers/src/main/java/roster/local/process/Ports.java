package roster.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback. */
public final class Ports {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int CONNECT_MILLIS = 1_000;
    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** The given port after checking that it is free, or any free port for 0. */
    public static int freeOr(int port) {
        if (port == 0) {
            return free();
        }
        requireFree(port);
        return port;
    }

    /** @throws PortTaken so that a client never talks to another program's server */
    public static void requireFree(int port) {
        if (isTaken(port)) {
            throw new PortTaken(port);
        }
    }

    public static boolean isTaken(int port) {
        // macOS allows binding beside a wildcard listener, so a port that accepts connections is taken as well
        return !canBind(port) || accepts(port);
    }

    /** True when a program accepts connections on the port. */
    public static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** A free port below the ephemeral range, where an outgoing connection could take it meanwhile. */
    private static int free() {
        return ThreadLocalRandom.current().ints(LOWEST, HIGHEST)
                .filter(port -> GIVEN.add(port) && !isTaken(port))
                .findFirst().orElseThrow();
    }

    /** Binds without listening: a process that is started meanwhile inherits the socket briefly, and must not appear to accept connections. */
    private static boolean canBind(int port) {
        try (var socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(LOOPBACK, port);
    }
}
