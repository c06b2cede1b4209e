package roster.systemtest.trial.judge;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.mail.Journal.What;
import roster.systemtest.trial.faults.Parts;
import roster.systemtest.trial.faults.Struck;

/**
 * I6: each invitation puts exactly one e-mail before each recipient. An e-mail may be accepted again, with the same bytes, only when the mail
 * server withheld its answer, or a fault hit its sender or PostgreSQL between the two acceptances.
 */
final class MailCheck {
    /** Events that end an invitation, or replace its e-mails. */
    private static final Set<String> ENDINGS = Set.of("member.invitation_resent", "member.invitation_accepted",
            "member.invitation_declined",
            "member.invitation_revoked", "member.invitation_expired", "member.deleted", "member.erased");

    private final List<Entry> journal;
    private final List<Struck> struck;
    private final Map<String, List<Entry>> accepted;
    private final List<String> faults = new ArrayList<>();
    private int repeats;

    /** @param journal of the mail server */
    MailCheck(List<Entry> journal, List<Struck> struck) {
        this.journal = journal;
        this.struck = struck;
        this.accepted = journal.stream().filter(it -> it.what() == What.ACCEPTED).collect(groupingBy(it -> id(it.messageId())));
    }

    /** {@code <event>.<recipient>} of {@code <<event>.<recipient>@<domain>>}. */
    private static String id(String messageId) {
        return messageId.replaceAll("^<(.*)@.*>$", "$1");
    }

    List<String> faults(List<StoredEvent> store) {
        var lastEnding = new HashMap<String, Long>();
        store.stream().filter(it -> ENDINGS.contains(it.type())).forEach(it -> lastEnding.put(it.aggregate(), it.sequence()));
        var all = new HashSet<String>();
        for (var event : store) {
            for (var id : owed(event).toList()) {
                all.add(id);
                boolean open = lastEnding.getOrDefault(event.aggregate(), -1L) <= event.sequence();
                if (open && !accepted.containsKey(id)) {
                    faults.add("no e-mail " + id + " for " + event);
                }
            }
        }
        accepted.keySet().stream().filter(it -> !all.contains(it)).forEach(it -> faults.add("an e-mail without an event: " + it));
        accepted.values().forEach(this::onlyOnce);
        results(store);
        return faults;
    }

    /** Ids of the e-mails that an event causes. */
    private static Stream<String> owed(StoredEvent event) {
        var invitee = event.id() + ".invitee";
        return switch (event.type()) {
            case "member.invited", "member.invitation_resent" -> event.mail().inviter() ? Stream.of(invitee, event.id() + ".inviter")
                    : Stream.of(invitee);
            case "member.email_changed" -> "invited".equals(event.mail().status()) ? Stream.empty() : Stream.of(invitee);
            default -> Stream.empty();
        };
    }

    private void onlyOnce(List<Entry> its) {
        for (int i = 1; i < its.size(); i++) {
            repeats++;
            if (!isExcused(its.get(i - 1), its.get(i))) {
                faults.add("accepted again although nothing had happened: " + its.get(i - 1) + ", " + its.get(i));
            }
        }
        if (its.stream().map(Entry::hash).distinct().count() > 1) {
            faults.add("different e-mails with one Message-ID: " + its);
        }
    }

    private boolean isExcused(Entry first, Entry again) {
        return journal.stream().anyMatch(it -> it.what() == What.WITHHELD && it.line() == first.line()
                && it.messageId().equals(first.messageId()))
                || struck.stream().anyMatch(it -> it.concerns(List.of(first.sender(), Parts.POSTGRES), first.at(), again.at()));
    }

    /** Each delivery result is one event. */
    private void results(List<StoredEvent> store) {
        store.stream().filter(it -> it.type().equals("invitation_mail.sent"))
                .collect(groupingBy(it -> it.mail().invitation() + " " + it.mail().issue() + " " + it.mail().recipient(),
                        Collectors.counting()))
                .forEach((mail, times) -> {
                    if (times > 1) {
                        faults.add("recorded as sent " + times + " times: " + mail);
                    }
                });
    }

    /** Number of e-mails that were accepted again. */
    int repeats() {
        return repeats;
    }
}
