package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.systemtest.running.Await;

/** Repeated with {@code -Droster.trial.seed=…}; larger with {@code -Droster.trial.kills=…}, of 50 invitations each. */
class LetterTrialTest {
    private static final int KILLS = Integer.getInteger("roster.trial.kills", 20);
    private static final int INVITATIONS_PER_KILL = 50;
    private static final int REVOKED_PER_KILL = 5;
    private static final int WORKERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Between the ledger's answer and the relay's clock. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final long seed = Long.getLong("roster.trial.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Organization> organizations = List.of(organization("acme"), organization("navy"), organization("lab"));
    private final Set<String> expected = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private final Set<String> killed = new HashSet<>();

    @Test
    void every_recipient_has_its_mail_once_however_the_relay_behaves_and_whoever_is_killed(@TempDir Path folder) throws Exception {
        System.out.printf("trial with -Droster.trial.seed=%d%n", seed);
        var whim = new SeededWhim(seed);
        try (var box = new Postbox(folder)) {
            box.relay.follow(whim);
            var running = new ArrayDeque<>(List.of(box.start(), box.start()));
            for (int round = 0; round < KILLS; round++) {
                publish(box, round);
                killWhoIsBusy(box, running);
            }
            Await.until(PATIENCE, () -> delivered(box).containsAll(expected));
            Await.until(PATIENCE, () -> box.column("select 1 from notification.letter where status in ('due', 'sending')").isEmpty());
            Await.until(PATIENCE, () -> box.column("select 1 from notification.letter where status = 'sent' and reported is null").isEmpty());
            judge(box, whim);
            running.forEach(it -> it.process().close());
        }
    }

    private void publish(Postbox box, int round) throws Exception {
        for (int i = 0; i < INVITATIONS_PER_KILL; i++) {
            expect(expected, publish(box, round + "-" + i));
        }
        for (int i = 0; i < REVOKED_PER_KILL; i++) {
            var invited = publish(box, round + "-revoked-" + i);
            expect(revoked, invited);
            box.publish(1, new InvitationRevoked(invited.memberId(), invited.invitationId()));
        }
    }

    private MemberInvited publish(Postbox box, String name) throws Exception {
        var invited = Postbox.invitation(organizations.get(random.nextInt(organizations.size())), name);
        box.publish(0, invited);
        return invited;
    }

    private static void expect(Set<String> addresses, MemberInvited invited) {
        addresses.add(invited.email());
        addresses.add(invited.inviter() == null ? "" : invited.inviter().email());
    }

    private void killWhoIsBusy(Postbox box, Collection<Postbox.Instance> running) {
        int enough = box.relay.accepted().size() + 10 + random.nextInt(40);
        Await.until(PATIENCE, () -> box.relay.accepted().size() >= enough);
        var busy = box.relay.accepted().reversed().stream()
                .flatMap(last -> running.stream().filter(it -> it.name().equals(last.sender()))).findFirst().orElseThrow();
        killed.add(busy.name());
        busy.kill();
        running.remove(busy);
        running.add(box.start());
    }

    private static Set<String> delivered(Postbox box) {
        return box.relay.accepted().stream().map(Accepted::to).collect(Collectors.toSet());
    }

    private void judge(Postbox box, SeededWhim whim) {
        var mails = box.relay.accepted().stream().collect(Collectors.groupingBy(Accepted::to));
        var repeats = new ArrayList<Accepted>();
        mails.forEach((to, its) -> {
            assertThat(its).as("mails to %s", to).extracting(Accepted::messageId).containsOnly(its.getFirst().messageId());
            assertThat(its).as("mails to %s", to).extracting(Accepted::hash).containsOnly(its.getFirst().hash());
            repeats.addAll(its.subList(0, its.size() - 1));
        });
        assertThat(repeats).as("left a second time although nobody died").extracting(Accepted::sender).isSubsetOf(killed);
        assertThat(repeats.stream().collect(Collectors.groupingBy(Accepted::sender, Collectors.counting())).values())
                .allMatch(it -> it <= WORKERS);
        assertThat(box.column("select status from notification.letter where invitee_email not like '%revoked%'"))
                .hasSize(expected.size()).containsOnly("sent");
        nothingWasHandedOverAfterItsRevocation(box);
        whim.count((fault, times) -> System.out.printf("  met %d × %s%n", times, fault));
        System.out.printf("seed %d: %d letters expected and there, %d kills, %d repeats (same Message-ID, same bytes), %d of %d revoked ones "
                + "had been handed over before, %d reports%n", seed, expected.size(), killed.size(), repeats.size(),
                revoked.stream().filter(mails::containsKey).count(), revoked.size(), box.reports().size());
    }

    private void nothingWasHandedOverAfterItsRevocation(Postbox box) {
        var ends = box.column("""
                select letter.invitee_email || ' ' || to_char(ending.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                  from notification.letter join notification.ending using (member_id) where recipient = 'invitee'""");
        assertThat(ends).hasSize(revoked.size() / 2);
        for (var end : ends) {
            var address = end.substring(0, end.indexOf(' '));
            var latest = Instant.parse(end.substring(end.indexOf(' ') + 1)).plus(A_MOMENT);
            assertThat(box.relay.accepted()).filteredOn(it -> it.to().equals(address) || it.to().equals(inviterBeside(address)))
                    .allMatch(it -> it.handedOver().isBefore(latest));
        }
    }

    private static String inviterBeside(String invitee) {
        return Postbox.inviter(invitee.substring("grace-".length(), invitee.indexOf('@')));
    }

    private static Organization organization(String slug) {
        return new Organization(UUID.randomUUID(), slug, slug);
    }
}
