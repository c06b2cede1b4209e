package roster.benchmark.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Persistent connections to a service; a request takes an idle one, or opens one. */
public final class Connections implements AutoCloseable {
    private final int port;
    private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();

    public Connections(int port) {
        this.port = port;
    }

    public Response send(byte[] request) throws IOException {
        var taken = idle.pollFirst();
        var connection = taken == null ? new HttpConnection(port) : taken;
        try {
            var response = connection.send(request);
            idle.addFirst(connection);
            return response;
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() {
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
