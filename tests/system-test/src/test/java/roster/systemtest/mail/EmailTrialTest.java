package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.local.Effort;
import roster.systemtest.mail.Journal.What;
import roster.systemtest.running.Await;

/**
 * With the {@code -Droster.seed=…} that it prints, the relay's answers and the order of kills are reproducible; which worker then has which
 * e-mail is not.
 */
@Order(2)
class EmailTrialTest {
    private static final int KILLS = Effort.of(2, 20);
    private static final int INVITATIONS = Effort.of(60, 1_000);
    private static final int ONE_REVOKED_IN = 8;
    private static final List<Step> STEPS = List.of(Step.MAIL, Step.RCPT, Step.DATA, Step.ACCEPTED, Step.ANSWERED);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final long seed = Effort.seed();
    private final Random random = new Random(seed);
    private final List<Organization> organizations = List.of(Postbox.organization("acme"), Postbox.organization("navy"),
            Postbox.organization("lab"));
    private final SeededWhim whim = new SeededWhim(seed);
    private final Set<String> owed = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();

    @Test
    void every_recipient_has_its_mail_once_whatever_fails(@TempDir Path folder) throws Exception {
        System.out.printf(Locale.ROOT, "the trial of the mail, with -Droster.seed=%d%n", seed);
        var since = Instant.now();
        try (var box = new Postbox(folder); var stalls = new Stalls()) {
            var executioner = new Executioner(whim, box::kill);
            box.relay.follow(executioner);
            box.start();
            box.start();
            for (int round = 0; round < KILLS; round++) {
                killOneOfTwo(box, executioner, round);
            }
            untilQuiet(box);
            var verdict = new Judge(box.relay.journal().entries(), executioner.kills(), stalls.longest()).judge(owed, revoked, rows(box));
            tell(box, executioner, verdict, Duration.between(since, Instant.now()));
            assertThat(verdict.faults()).isEmpty();
            assertThat(verdict.neverLeft()).as("e-mails that a revocation stopped").isPositive();
        }
    }

    private void killOneOfTwo(Postbox box, Executioner executioner, int round) throws Exception {
        executioner.order(STEPS.get(random.nextInt(STEPS.size())), random.nextInt(INVITATIONS / KILLS));
        if (round % 4 == 1) {
            box.relay.goAway();
        }
        publish(box, round);
        if (box.relay.isAway()) {
            Await.until(PATIENCE, () -> box.senders().stream().anyMatch(it -> it.status("health") == 503));
            box.relay.comeBack();
        }
        Await.until(PATIENCE, () -> executioner.kills().size() > round);
        box.start();
    }

    private void publish(Postbox box, int round) throws Exception {
        for (int i = 0; i < INVITATIONS / KILLS; i++) {
            var organization = organizations.get(random.nextInt(organizations.size()));
            var invited = Postbox.invitation(organization, round + "-" + i);
            boolean open = i % ONE_REVOKED_IN != 0;
            addresses(open ? owed : revoked, round + "-" + i);
            box.publish(0, invited);
            if (!open) {
                revoke(box, invited, i % (2 * ONE_REVOKED_IN) != 0 || box.relay.isAway());
            }
        }
    }

    /** Revokes an invitation, before its e-mail can be sent or when it has been begun. */
    private void revoke(Postbox box, MemberInvited invited, boolean atOnce) throws Exception {
        var invitee = String.valueOf(invited.email());
        Await.until(PATIENCE, () -> atOnce || box.relay.journal().begunFor(invitee) > 0);
        box.publish(1, new InvitationRevoked(invited.memberId(), invited.invitationId()));
    }

    private static void addresses(Set<String> addresses, String name) {
        addresses.add(Postbox.invitee(name));
        addresses.add(Postbox.inviter(name));
    }

    private void untilQuiet(Postbox box) {
        Await.until(PATIENCE, () -> box.queue("select 1 from notification.letter").size() == owed.size() + revoked.size());
        Await.until(PATIENCE, () -> box.queue("select 1 from notification.ending").size() == revoked.size() / 2);
        Await.until(PATIENCE, () -> box.queue("select 1 from notification.letter where status in ('due', 'sending')").isEmpty());
        Await.until(PATIENCE, () -> box.queue("select 1 from notification.letter where status = 'sent' and reported is null").isEmpty());
    }

    private static List<Judge.Row> rows(Postbox box) {
        return box.queue("""
                select concat_ws(' ', case recipient when 'invitee' then invitee_email else inviter_email end, status,
                                 to_char(settled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                 to_char(ending.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                  from notification.letter left join notification.ending using (member_id) where settled_at is not null""")
                .stream().map(it -> it.split(" "))
                .map(it -> new Judge.Row(it[0], it[1], Instant.parse(it[2]), it.length > 3 ? Instant.parse(it[3]) : null)).toList();
    }

    private void tell(Postbox box, Executioner executioner, Judge.Verdict verdict, Duration took) {
        var journal = box.relay.journal();
        whim.met().forEach((fault, times) -> System.out.printf(Locale.ROOT, "  met %s × %s%n", times, fault));
        executioner.kills().forEach(it -> System.out.printf(Locale.ROOT, "  %s killed at %s%n", it.sender(), it.step()));
        verdict.repeats()
                .forEach(it -> System.out.printf(Locale.ROOT, "  taken again, as the same mail %s: taken %s, then %s %s, known %s%n",
                        it.messageId(),
                        it.taken(), it.cause(), it.caused(), it.known()));
        System.out.printf(Locale.ROOT,
                "seed %d: %d invitations, %d e-mails owed, %d begun, %d taken; %d processes killed; %d repeats; of %d e-mails of revoked "
                        + "invitations %d had left before and %d were never begun; %d reports; %d s%n",
                seed, INVITATIONS, owed.size(),
                journal.all(What.BEGUN).size(), journal.accepted().size(), executioner.kills().size(), verdict.repeats().size(),
                revoked.size(), verdict.leftBefore(), verdict.neverLeft(), box.desk.reports().size(), took.toSeconds());
    }
}
