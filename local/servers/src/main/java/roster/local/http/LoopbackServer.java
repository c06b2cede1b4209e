package roster.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import roster.local.process.Ports;

/** A web server on loopback. */
public final class LoopbackServer implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final HttpServer server;

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    /**
     * @param name     name of its threads
     * @param port     0 for any free port
     * @param handlers handlers by path prefix
     */
    public static LoopbackServer start(String name, int port, Map<String, ? extends HttpHandler> handlers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(LOOPBACK, Ports.freeOr(port)), 0);
            server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name(name + "-", 1).factory()));
            handlers.forEach(server::createContext);
            server.start();
            return new LoopbackServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the web server of " + name, e);
        }
    }

    /** Its URL, without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
