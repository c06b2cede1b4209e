package roster.systemtest.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Events at a mail server, in order. */
public final class Journal {
    private final List<Entry> entries = new ArrayList<>();

    public enum What {
        /** A connection was accepted. */
        OPENED,
        /** An e-mail for that recipient was begun; {@code at} is the time of its {@code MAIL FROM}. */
        BEGUN,
        /** The server has received the e-mail. */
        ACCEPTED,
        /** The server has confirmed it. */
        ANSWERED,
        /** The server has received it, but did not confirm it. */
        WITHHELD,
        ENDED
    }

    /**
     * @param line      number of the session
     * @param sender    EHLO name of the client
     * @param to        recipient; empty for entries without an e-mail
     * @param messageId like {@code hash}, the hash of all bytes, empty until the e-mail was received
     */
    public record Entry(int line, Instant at, What what, String sender, String to, String messageId, String hash) {}

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Entry> all(What what) {
        return entries().stream().filter(it -> it.what() == what).toList();
    }

    /** E-mails that the server has accepted, in order. */
    List<Entry> accepted() {
        return all(What.ACCEPTED);
    }

    List<Entry> acceptedFor(String... addresses) {
        return accepted().stream().filter(it -> Stream.of(addresses).anyMatch(it.to()::equals)).toList();
    }

    /** Number of attempts to send an e-mail to that recipient. */
    long begunFor(String address) {
        return all(What.BEGUN).stream().filter(it -> it.to().equals(address)).count();
    }
}
