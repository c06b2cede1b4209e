package roster.systemtest.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;

import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.mail.Journal.What;

/** An SMTP session of one sender, until one side ends it. */
final class Conversation {
    private static final Duration DRIP = Duration.ofSeconds(1);

    private final MisbehavingRelay relay;
    private final int line;
    private final BufferedReader in;
    private final OutputStream out;
    private String sender = "";
    private String to = "";
    private Instant begun = Instant.EPOCH;

    Conversation(MisbehavingRelay relay, int line, Socket socket) throws IOException {
        this.relay = relay;
        this.line = line;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        this.out = socket.getOutputStream();
    }

    void hold() throws IOException {
        note(What.OPENED, Instant.now(), "", "");
        try {
            boolean goOn = answer(Step.CONNECT, "220 relay.example ESMTP");
            while (goOn) {
                var said = in.readLine();
                goOn = said != null && obey(said);
            }
        } finally {
            note(What.ENDED, Instant.now(), "", "");
        }
    }

    private boolean obey(String said) throws IOException {
        var command = said.split("[ :]", 2)[0];
        return switch (command) {
            case "EHLO" -> {
                sender = said.substring(command.length()).strip();
                yield answer(Step.EHLO, "250-relay.example\r\n250 AUTH PLAIN");
            }
            case "AUTH" -> answer(Step.AUTH, "235 welcome");
            case "MAIL" -> begin();
            case "RCPT" -> {
                to = said.replaceAll(".*<(.*)>.*", "$1");
                note(What.BEGUN, begun, "", "");
                yield answer(Step.RCPT, "250 ok");
            }
            case "DATA" -> take();
            case "QUIT" -> {
                say("221 bye");
                yield false;
            }
            default -> say("250 ok");
        };
    }

    private boolean begin() throws IOException {
        if (relay.isAway()) {
            say("421 4.3.2 closing");
            return false;
        }
        to = "";
        begun = Instant.now();
        return answer(Step.MAIL, "250 ok");
    }

    private boolean take() throws IOException {
        var refusal = relay.whim().answer(Step.DATA, sender, to);
        return refusal == null ? say("354 go on") && read() : say(refusal, "354 go on");
    }

    private boolean read() throws IOException {
        var hash = sha256();
        var messageId = "";
        for (var said = in.readLine(); !".".equals(said); said = in.readLine()) {
            if (said == null) {
                return false;
            }
            hash.update((said + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            if (messageId.isEmpty() && said.startsWith("Message-ID: ")) {
                messageId = said.substring("Message-ID: ".length());
            }
        }
        var refusal = relay.whim().answer(Step.DOT, sender, to);
        return refusal == null ? accept(messageId, HexFormat.of().formatHex(hash.digest())) : say(refusal, "250 taken");
    }

    private boolean accept(String messageId, String hash) throws IOException {
        note(What.ACCEPTED, Instant.now(), messageId, hash);
        var instead = relay.whim().answer(Step.ACCEPTED, sender, to);
        if (instead != null) {
            note(What.WITHHELD, Instant.now(), messageId, hash);
            return say(instead, "250 taken");
        }
        say("250 taken");
        note(What.ANSWERED, Instant.now(), messageId, hash);
        relay.whim().answer(Step.ANSWERED, sender, to);
        return true;
    }

    private void note(What what, Instant at, String messageId, String hash) {
        relay.journal().add(new Entry(line, at, what, sender, to, messageId, hash));
    }

    private boolean answer(Step step, String usual) throws IOException {
        var instead = relay.whim().answer(step, sender, to);
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

    private boolean say(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
