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
 * Checks that every recipient got each e-mail exactly once. Relies on the relay's journal and the kills; of the mail queue, only on its
 * timestamps. A duplicate is allowed only if the relay did not confirm the e-mail, or the sender was killed, before the queue recorded it,
 * and if that sender sent nothing more in that session.
 */
final class Judge {
    /** Maximum time from the check that an e-mail is still due to its {@code MAIL FROM}, without stalls of the machine. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final List<Entry> journal;
    private final List<Kill> kills;
    private final Duration moment;
    private final Map<String, List<Entry>> taken;
    private final List<String> faults = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();

    /**
     * A row of the mail queue, or a missing row.
     *
     * @param settled time at which it recorded that the e-mail was sent or failed
     * @param ended   time at which it recorded the end of the invitation; null if it has not ended
     */
    record Row(String to, String status, @Nullable Instant settled, @Nullable Instant ended) {}

    /** A duplicate of an e-mail, and its unavoidable cause. */
    record Repeat(String to, String messageId, String sender, String cause, Instant taken, Instant caused, Instant known) {}

    /**
     * @param faults      violations; empty if there are none
     * @param leftBefore  e-mails of revoked invitations that were sent, or being sent, when the queue recorded the revocation
     * @param neverLeft   e-mails of revoked invitations that were never begun
     */
    record Verdict(List<String> faults, List<Repeat> repeats, long leftBefore, long neverLeft) {}

    /** @param stall longest time for which the machine did not run a ready thread */
    Judge(List<Entry> journal, List<Kill> kills, Duration stall) {
        this.journal = journal;
        this.kills = kills;
        this.moment = A_MOMENT.plus(stall.multipliedBy(4));
        this.taken = journal.stream().filter(it -> it.what() == What.ACCEPTED).collect(groupingBy(Entry::to));
    }

    /** @param owed addresses of e-mails whose invitations stayed open; {@code revoked} are those of the others */
    Verdict judge(Set<String> owed, Set<String> revoked, List<Row> queue) {
        var rows = queue.stream().collect(groupingBy(Row::to));
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
            faults.add(its.size() + " rows of the mail queue for " + to);
        }
        return its.isEmpty() ? new Row(to, "missing", null, null) : its.getFirst();
    }

    private void owed(String to, Row row) {
        if (!row.status.equals("sent")) {
            faults.add("the mail queue says that the e-mail to %s is %s".formatted(to, row.status));
        }
        if (!taken.containsKey(to)) {
            faults.add("nothing has come for " + to);
        }
        excuse(to, row);
    }

    private void revoked(String to, Row row) {
        var ended = row.ended;
        if (ended == null || row.settled == null) {
            faults.add("the mail queue does not know that the invitation of %s has ended".formatted(to));
            return;
        }
        begun(to).stream().filter(it -> it.at().isAfter(ended.plus(moment)))
                .forEach(it -> faults.add("an e-mail to %s was begun at %s, revoked at %s".formatted(to, it.at(), ended)));
        excuse(to, row);
    }

    private List<Entry> begun(String to) {
        return journal.stream().filter(it -> it.what() == What.BEGUN && it.to().equals(to)).toList();
    }

    /** All attempts but the last must have been lost for the queue. */
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
            faults.add("e-mails with different Message-IDs for " + to);
        }
        if (its.stream().map(Entry::hash).distinct().count() > 1) {
            faults.add("e-mails of different bytes for " + to);
        }
    }

    private void strangers(Set<String> owed, Set<String> revoked) {
        var unknown = new HashSet<>(taken.keySet());
        unknown.removeAll(owed);
        unknown.removeAll(revoked);
        unknown.forEach(to -> faults.add("unexpected e-mail to " + to));
        var ids = taken.values().stream().map(its -> its.getFirst().messageId()).toList();
        if (Set.copyOf(ids).size() < ids.size()) {
            faults.add("different e-mails with one Message-ID");
        }
    }
}
