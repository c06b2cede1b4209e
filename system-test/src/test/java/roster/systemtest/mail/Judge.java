package roster.systemtest.mail;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import roster.systemtest.mail.Executioner.Kill;
import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.mail.Journal.What;

/**
 * Says whether everybody has had their mail once. It believes the relay's journal and those who killed; of the ledger it believes only when
 * it knew what. A letter that was taken twice is excused only if, between the relay's taking it and the ledger's knowing so, the relay left
 * without a word or the sender was killed, and if that sender said no more on that line.
 */
final class Judge {
    /** From the ledger's answer that a letter is still owed to its {@code MAIL FROM}: that long it may take, beside what the machine adds. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final List<Entry> journal;
    private final List<Kill> kills;
    private final Duration moment;
    private final Map<String, List<Entry>> taken;
    private final List<String> faults = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();

    /**
     * A row of the ledger, or the row that is missing.
     *
     * @param settled when it knew that the letter had left or never would
     * @param ended   when it knew that the invitation had ended; null where it has not
     */
    record Row(String to, String status, @Nullable Instant settled, @Nullable Instant ended) {}

    /** A letter that was taken once more, and why nobody could help it. */
    record Repeat(String to, String messageId, String sender, String cause, Instant taken, Instant caused, Instant known) {}

    /**
     * @param faults      empty, or what must not be
     * @param leftBefore  letters of revoked invitations that the relay had taken, or was being given, when the ledger came to know of it
     * @param neverLeft   those of which nobody began to hand over
     */
    record Verdict(List<String> faults, List<Repeat> repeats, long leftBefore, long neverLeft) {}

    /** @param stall the longest time for which the machine has kept a thread from running */
    Judge(List<Entry> journal, List<Kill> kills, Duration stall) {
        this.journal = journal;
        this.kills = kills;
        this.moment = A_MOMENT.plus(stall.multipliedBy(4));
        this.taken = journal.stream().filter(it -> it.what() == What.ACCEPTED).collect(groupingBy(Entry::to));
    }

    /** @param owed the addresses of letters whose invitations stayed open, {@code revoked} those of the others */
    Verdict judge(Set<String> owed, Set<String> revoked, List<Row> ledger) {
        var rows = ledger.stream().collect(groupingBy(Row::to));
        owed.forEach(to -> owed(to, row(rows, to)));
        revoked.forEach(to -> revoked(to, row(rows, to)));
        taken.forEach((to, its) -> sameMail(to, its));
        strangers(owed, revoked);
        return new Verdict(List.copyOf(faults), List.copyOf(repeats), revoked.stream().filter(taken::containsKey).count(),
                revoked.stream().filter(to -> begun(to).isEmpty()).count());
    }

    private Row row(Map<String, List<Row>> rows, String to) {
        var its = rows.getOrDefault(to, List.of());
        if (its.size() != 1) {
            faults.add("%d rows of the ledger for %s".formatted(its.size(), to));
        }
        return its.isEmpty() ? new Row(to, "missing", null, null) : its.getFirst();
    }

    private void owed(String to, Row row) {
        if (!row.status.equals("sent")) {
            faults.add("the ledger says that the letter to %s is %s".formatted(to, row.status));
        }
        if (!taken.containsKey(to)) {
            faults.add("nothing has come for " + to);
        }
        excuse(to, row);
    }

    private void revoked(String to, Row row) {
        var ended = row.ended;
        if (ended == null || row.settled == null) {
            faults.add("the ledger does not know that the invitation of %s has ended".formatted(to));
            return;
        }
        begun(to).stream().filter(it -> it.at().isAfter(ended.plus(moment)))
                .forEach(it -> faults.add("a letter to %s was begun at %s, revoked at %s".formatted(to, it.at(), ended)));
        excuse(to, row);
    }

    private List<Entry> begun(String to) {
        return journal.stream().filter(it -> it.what() == What.BEGUN && it.to().equals(to)).toList();
    }

    /** All but the last must have been lost on the ledger. */
    private void excuse(String to, Row row) {
        var its = taken.getOrDefault(to, List.of());
        for (var one : its.subList(0, Math.max(0, its.size() - 1))) {
            var excuse = row.settled == null ? Optional.<Repeat>empty() : excuse(one, row.settled);
            excuse.ifPresentOrElse(repeats::add,
                    () -> faults.add("taken again although nothing had happened: %s, known at %s".formatted(one, row.settled)));
        }
    }

    private Optional<Repeat> excuse(Entry one, Instant known) {
        var after = journal.subList(journal.indexOf(one) + 1, journal.size()).stream().filter(it -> it.line() == one.line()).toList();
        if (after.stream().anyMatch(it -> it.what() == What.BEGUN)) {
            return Optional.empty();
        }
        return after.stream().filter(it -> it.what() == What.WITHHELD).findFirst()
                .map(it -> repeat(one, "the relay withheld its answer", it.at(), known))
                .or(() -> kills.stream().filter(it -> it.sender().equals(one.sender()) && !it.done().isBefore(one.at())).findFirst()
                        .map(it -> repeat(one, "its sender was killed at " + it.step(), it.begun(), known)))
                .filter(it -> !it.caused.isAfter(known));
    }

    private static Repeat repeat(Entry one, String cause, Instant caused, Instant known) {
        return new Repeat(one.to(), one.messageId(), one.sender(), cause, one.at(), caused, known);
    }

    private void sameMail(String to, List<Entry> its) {
        if (its.stream().map(Entry::messageId).distinct().count() > 1) {
            faults.add("letters with different Message-IDs for " + to);
        }
        if (its.stream().map(Entry::hash).distinct().count() > 1) {
            faults.add("letters of different bytes for " + to);
        }
    }

    private void strangers(Set<String> owed, Set<String> revoked) {
        var unknown = new HashSet<>(taken.keySet());
        unknown.removeAll(owed);
        unknown.removeAll(revoked);
        unknown.forEach(to -> faults.add("nobody owed anything to " + to));
        var ids = taken.values().stream().map(its -> its.getFirst().messageId()).toList();
        if (Set.copyOf(ids).size() < ids.size()) {
            faults.add("different letters with one Message-ID");
        }
    }
}
