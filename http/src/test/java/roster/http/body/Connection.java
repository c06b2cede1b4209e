package roster.http.body;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sends parts of requests, and reads responses with a Content-Length. */
final class Connection implements AutoCloseable {
    private static final int A_MOMENT = 50;
    private static final int PATIENCE = 120_000;

    private final Socket socket;
    private final InputStream answers;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new BufferedInputStream(socket.getInputStream());
    }

    static Connection to(int port) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            return new Connection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection post(String path, int length, String begin, String... headers) {
        return send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n"
                + String.join("", headers) + "\r\n" + begin);
    }

    /** Head and body of one response. */
    String answer() {
        try {
            socket.setSoTimeout(PATIENCE);
            var head = head();
            int length = head.lines().filter(it -> it.regionMatches(true, 0, "Content-Length:", 0, 15))
                    .map(it -> Integer.parseInt(it.substring(15).strip())).findFirst().orElse(0);
            return head + new String(answers.readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is received until the connection is closed. */
    String lastAnswer() {
        try {
            socket.setSoTimeout(PATIENCE);
            return new String(answers.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when nothing was received and the connection is open. */
    boolean isQuiet() {
        return areQuiet(List.of(this));
    }

    /** True when nothing was received for a moment, which is the same one for all, and the connections are open. */
    static boolean areQuiet(List<Connection> connections) {
        connections.getFirst().poll(A_MOMENT);
        return connections.stream().allMatch(it -> it.poll(1).isEmpty());
    }

    /** The next byte received, without consuming it; -1 when the connection was closed; empty when there is none. */
    private Optional<Integer> poll(int milliseconds) {
        try {
            socket.setSoTimeout(milliseconds);
            answers.mark(1);
            int first = answers.read();
            answers.reset();
            return Optional.of(first);
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = answers.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
