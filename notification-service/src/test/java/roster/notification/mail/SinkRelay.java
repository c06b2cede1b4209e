package roster.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A mail server for benchmarks: accepts every e-mail after a fixed time, and keeps none. */
final class SinkRelay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Duration perEmail;
    private final Consumer<String> accepted;

    /**
     * @param perEmail time between the end of an e-mail and its acceptance
     * @param accepted is told the recipient of each accepted e-mail
     */
    SinkRelay(Duration perEmail, Consumer<String> accepted) throws IOException {
        this.perEmail = perEmail;
        this.accepted = accepted;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            obey(in, socket.getOutputStream());
        } catch (IOException e) {
            // the client has disconnected
        }
    }

    private void obey(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 sink.example ESMTP");
        var to = "";
        for (var line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
            if (line.equals("DATA")) {
                say(out, "354 go on");
                take(in, to);
            }
            say(out, "250 ok");
        }
    }

    private void take(BufferedReader in, String to) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals(".");) {
            line = in.readLine();
        }
        LockSupport.parkNanos(perEmail.toNanos());
        accepted.accept(to);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
