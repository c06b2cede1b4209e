package roster.systemtest.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A mail server that behaves as the whim takes it, and remembers what it has accepted. */
final class MisbehavingRelay implements AutoCloseable {
    private static final Duration DRIP = Duration.ofSeconds(1);

    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile Whim whim = Whim.NONE;
    private volatile ServerSocket server;

    MisbehavingRelay() {
        server = listen(0);
        port = server.getLocalPort();
    }

    int port() {
        return port;
    }

    void follow(Whim newWhim) {
        whim = newWhim;
    }

    /** In the order in which they were accepted. */
    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    List<Accepted> acceptedFor(String address) {
        return accepted.stream().filter(it -> it.to().equals(address)).toList();
    }

    /** Connections are refused until {@link #comeBack()}. */
    void goAway() {
        close();
    }

    void comeBack() {
        server = listen(port);
    }

    private ServerSocket listen(int wanted) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
            Thread.ofVirtual().start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            new Conversation(socket).run();
        } catch (IOException _) {
            // The other side has left, or was killed.
        } finally {
            open.remove(socket);
        }
    }

    private final class Conversation {
        private final BufferedReader in;
        private final OutputStream out;
        private String sender = "";
        private String to = "";
        private Instant handedOver = Instant.EPOCH;

        Conversation(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
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
            var step = line.split("[ :]", 2)[0];
            return switch (step) {
                case "EHLO" -> {
                    sender = line.substring(step.length()).strip();
                    to = "";
                    yield answer(step, "250-relay.example\r\n250 AUTH PLAIN");
                }
                case "AUTH" -> answer(step, "235 welcome");
                case "MAIL" -> {
                    handedOver = Instant.now();
                    yield answer(step, "250 ok");
                }
                case "RCPT" -> {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                    yield answer(step, "250 ok");
                }
                case "DATA" -> whim.answer(step, to) == null ? say("354 go on") && take() : answer(step, "354 go on");
                case "QUIT" -> {
                    say("221 bye");
                    yield false;
                }
                default -> say("250 ok");
            };
        }

        private boolean take() throws IOException {
            var hash = sha256();
            var messageId = "";
            for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    return false;
                }
                hash.update((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                if (messageId.isEmpty() && line.startsWith("Message-ID: ")) {
                    messageId = line.substring("Message-ID: ".length());
                }
            }
            var instead = whim.answer(".", to);
            if (instead != null) {
                return say(instead, "");
            }
            accepted.add(new Accepted(sender, to, messageId, HexFormat.of().formatHex(hash.digest()), handedOver, Instant.now()));
            return say("250 taken");
        }

        private boolean answer(String step, String usual) throws IOException {
            var instead = whim.answer(step, to);
            return instead == null ? say(usual) : say(instead, usual);
        }

        private boolean say(String instead, String usual) throws IOException {
            return switch (instead) {
                case Whim.SILENCE -> in.readLine() != null;
                case Whim.HANG_UP -> false;
                case Whim.DRIP -> drip(usual + "\r\n");
                default -> say(instead) && !instead.startsWith("421");
            };
        }

        private boolean drip(String text) throws IOException {
            for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
                LockSupport.parkNanos(DRIP.toNanos());
                out.write(one);
                out.flush();
            }
            return true;
        }

        private boolean say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
