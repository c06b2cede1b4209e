package roster.local.inbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A minimal SMTP client that returns each reply. */
final class SmtpClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;

    SmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        answer("220");
        ask("EHLO localhost", "250");
    }

    /** The reply to the mail. */
    String send(String from, String to, String message) throws IOException {
        ask("MAIL FROM:<" + from + "> SMTPUTF8", "250");
        ask("RCPT TO:<" + to + ">", "250");
        ask("DATA", "354");
        return ask(message.replace("\n", "\r\n") + ".", "250");
    }

    private String ask(String text, String expected) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        return answer(expected);
    }

    private String answer(String expected) throws IOException {
        var line = answers.readLine();
        while (line != null && line.startsWith("-", 3)) {
            line = answers.readLine();
        }
        if (line == null || !line.startsWith(expected)) {
            throw new IOException("expected " + expected + " but got " + line);
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
