package roster.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** An SMTP client without queue and content, to which benchmarks compare. */
final class BareSmtp {
    private static final int CONNECTIONS = 50;

    private BareSmtp() {}

    /** Sends e-mails of the usual size as fast as the mail server takes them. */
    static void send(int port, int emails) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(
                    IntStream.range(0, CONNECTIONS).mapToObj(_ -> (Callable<Void>) () -> talk(port, emails / CONNECTIONS)).toList())) {
                done.get();
            }
        }
    }

    private static Void talk(int port, int emails) throws IOException {
        var content = ("x".repeat(76) + "\r\n").repeat(60) + ".";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            for (int i = 0; i < emails; i++) {
                for (var line : List.of("MAIL FROM:<roster@localhost>", "RCPT TO:<0@navy.example>", "DATA", content)) {
                    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    in.readLine();
                }
            }
        }
        return null;
    }
}
