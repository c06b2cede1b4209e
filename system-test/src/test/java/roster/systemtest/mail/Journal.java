package roster.systemtest.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a mail server has seen, in its order. */
final class Journal {
    private final List<Entry> entries = new ArrayList<>();

    enum What {
        /** Somebody was let in. */
        OPENED,
        /** A letter for that recipient; {@code at} is the moment of its {@code MAIL FROM}. */
        BEGUN,
        /** The server has that letter. */
        ACCEPTED,
        /** It has said so. */
        ANSWERED,
        /** It has it, and left without a word, or fell silent. */
        WITHHELD,
        ENDED
    }

    /**
     * @param line      which conversation
     * @param sender    how whoever is at the other end has introduced itself
     * @param to        empty where no letter is spoken of
     * @param messageId and {@code hash} of every byte: empty until the letter is there
     */
    record Entry(int line, Instant at, What what, String sender, String to, String messageId, String hash) {}

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Entry> all(What what) {
        return entries().stream().filter(it -> it.what() == what).toList();
    }

    /** Letters that the server has taken, in the order in which it did. */
    List<Entry> accepted() {
        return all(What.ACCEPTED);
    }

    List<Entry> acceptedFor(String... addresses) {
        return accepted().stream().filter(it -> Stream.of(addresses).anyMatch(it.to()::equals)).toList();
    }

    /** How often somebody began to hand over a letter for that recipient. */
    long begunFor(String address) {
        return all(What.BEGUN).stream().filter(it -> it.to().equals(address)).count();
    }
}
