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

    /** The port itself, known to be free, or any free one instead of 0. */
    public static int freeOr(int port) {
        if (port == 0) {
            return free();
        }
        requireFree(port);
        return port;
    }

    /** @throws PortTaken at once, so that we never talk to somebody else's server */
    public static void requireFree(int port) {
        if (isTaken(port)) {
            throw new PortTaken(port);
        }
    }

    public static boolean isTaken(int port) {
        // macOS lets one bind beside a wildcard listener: whoever answers has the port, too.
        return !canBind(port) || accepts(port);
    }

    /** Whether somebody accepts connections there. */
    public static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Below those from which systems take the local ports of outgoing connections, or one of these may come first. */
    private static int free() {
        return ThreadLocalRandom.current().ints(LOWEST, HIGHEST)
                .filter(port -> GIVEN.add(port) && !isTaken(port))
                .findFirst().orElseThrow();
    }

    /** Binds without listening: a process that is started meanwhile inherits the socket for a moment, and must not seem to serve there. */
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
