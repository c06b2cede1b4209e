package roster.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;

import org.jspecify.annotations.Nullable;

/** A mail server with scripted behavior. Accepts every e-mail by default. */
public final class ScriptedRelay implements AutoCloseable {
    /** Special answers. */
    public static final String HANG_UP = "HANG UP";
    public static final String SILENCE = "SILENCE";
    /** Sends a byte from time to time, but never a complete line. */
    public static final String DRIP = "DRIP";

    /** A received e-mail: one envelope recipient, and the exact message. */
    public record Received(String to, String message) {
        public String header(String name) {
            return message.lines().filter(it -> it.startsWith(name + ": ")).findFirst().orElseThrow().substring(name.length() + 2);
        }
    }

    /** The answer to each step: {@code CONNECT}, {@code EHLO}, {@code MAIL}, {@code RCPT}, {@code DATA} or {@code .}; null for the usual one. */
    @FunctionalInterface
    public interface Script {
        @Nullable
        String answer(String command, String to);
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Script script = (_, _) -> null;
    private final AtomicInteger connections = new AtomicInteger();
    private Thread acceptor = Thread.currentThread();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ServerSocketFactory sockets;
    private ServerSocket server;

    public ScriptedRelay() {
        this(ServerSocketFactory.getDefault());
    }

    /** @param sockets those of TLS for a relay with implicit TLS */
    ScriptedRelay(ServerSocketFactory sockets) {
        this.sockets = sockets;
        this.server = listen(0);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void follow(Script newScript) {
        script = newScript;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> receivedBy(String address) {
        return received.stream().filter(it -> it.to().equals(address)).toList();
    }

    /** The lines of all clients, without those of messages. */
    public List<String> said() {
        return List.copyOf(said);
    }

    public int connections() {
        return connections.get();
    }

    /** Connections that are open now. */
    int openConnections() {
        return open.size();
    }

    /** Stops listening until {@link #comeBack()}. */
    public void goAway() throws IOException, InterruptedException {
        server.close();
        acceptor.join();
        hangUp();
    }

    /** Closes all connections. */
    public void hangUp() throws IOException {
        for (var socket : open) {
            socket.close();
        }
    }

    public void comeBack() {
        server = listen(server.getLocalPort());
    }

    private ServerSocket listen(int port) {
        try {
            var listening = sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
            acceptor = Thread.ofVirtual().start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                var socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            new Conversation(socket).run();
        } catch (IOException e) {
            // the client has disconnected
        } finally {
            open.remove(socket);
        }
    }

    private final class Conversation {
        private final BufferedReader in;
        private final OutputStream out;
        private String to = "";
        private String lastAnswer = "";

        Conversation(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            boolean goOn = answer("CONNECT", "220 relay.example ESMTP");
            while (goOn) {
                var line = in.readLine();
                goOn = line != null && obey(line);
            }
        }

        private boolean obey(String line) throws IOException {
            said.add(line);
            var command = line.split("[ :]", 2)[0];
            return switch (command) {
                case "RCPT" -> {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                    yield answer(command, "250 ok");
                }
                case "DATA" -> answer(command, "354 go on") && (!lastAnswer.startsWith("354") || take());
                case "QUIT" -> {
                    say("221 bye");
                    yield false;
                }
                default -> answer(command, "250 ok");
            };
        }

        private boolean take() throws IOException {
            var lines = new ArrayList<String>();
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                lines.add(line.startsWith(".") ? line.substring(1) : line);
            }
            decide(".", "250 taken");
            if (!lastAnswer.startsWith("4") && !lastAnswer.startsWith("5")) {
                received.add(new Received(to, String.join("\r\n", lines)));
            }
            return giveAnswer();
        }

        private boolean answer(String command, String usual) throws IOException {
            decide(command, usual);
            return giveAnswer();
        }

        private void decide(String command, String usual) {
            var scripted = script.answer(command, to);
            lastAnswer = scripted == null ? usual : scripted;
        }

        private boolean giveAnswer() throws IOException {
            return switch (lastAnswer) {
                case SILENCE -> in.readLine() != null;
                case HANG_UP -> false;
                case DRIP -> drip();
                default -> {
                    say(lastAnswer);
                    yield true;
                }
            };
        }

        private boolean drip() throws IOException {
            while (true) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
