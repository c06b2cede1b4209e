package roster.command.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.RunningService;
import roster.command.Team;
import roster.command.Teams;
import roster.command.TestClock;
import roster.command.Together;
import roster.contract.event.Actor;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.Subscription.Progress;

@ExtendWith(OutputCaptureExtension.class)
class ExpiryTest {
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);
    private static final RunningService service = RunningService.with(Map.of());
    private static final RunningService another = RunningService.beside(service.part(Environment.class));

    private final Expiry expiry = service.part(Expiry.class);
    private final Teams teams = service.teams();
    private final TestClock clock = service.part(TestClock.class);
    private final MeterRegistry meters = service.part(MeterRegistry.class);
    private final JdbcClient jdbc = service.part(JdbcClient.class);

    @AfterAll
    static void stop() {
        another.close();
        service.close();
    }

    @AfterEach
    void nothing_is_left_overdue() {
        jdbc.sql("delete from command.membership where invitation_expires_at is not null").update();
        clock.reset();
        another.part(TestClock.class).reset();
    }

    private double count(String counter) {
        return meters.get(counter).counter().count();
    }

    private Duration overdueAge() {
        return Duration.ofSeconds((long) meters.get("roster.invitations.overdue.age").gauge().value());
    }

    @Test
    void an_unanswered_invitation_is_expired_by_the_system() {
        var team = teams.founded("unanswered");
        var overdue = team.invite("grace@navy.example", "developer").id("/memberId");
        clock.forward(EIGHT_DAYS);
        var later = team.invite("jean@navy.example", "developer").id("/memberId");
        var before = count("roster.invitations.expired");

        expiry.expire();

        assertThat(team.history(overdue)).containsExactly("member.invited", "member.invitation_expired");
        var invited = (MemberInvited) team.events(overdue).getFirst().event();
        var expired = team.events(overdue).getLast();
        assertThat(expired.event()).isEqualTo(new InvitationExpired(overdue, invited.invitationId(), invited.expiresAt()));
        assertThat(expired.metadata().actor()).isEqualTo(Actor.SYSTEM);
        assertThat(expired.metadata().requestId()).isNull();
        assertThat(team.history(later)).containsExactly("member.invited");
        assertThat(count("roster.invitations.expired") - before).isEqualTo(1);
        assertThat(expiry.expire()).isEqualTo(Progress.CAUGHT_UP);
        assertThat(team.history(overdue)).hasSize(2);
    }

    @Test
    void a_backlog_expires_in_the_order_of_its_expiry_a_batch_at_a_time() {
        var team = teams.founded("backlog");
        var invited = IntStream.range(0, 30).mapToObj(i -> invite(team, i)).toList();
        clock.forward(EIGHT_DAYS);
        var more = IntStream.range(30, 60).mapToObj(i -> invite(team, i)).toList();
        clock.forward(EIGHT_DAYS);

        assertThat(expiry.expire()).isEqualTo(Progress.MORE);
        assertThat(expired(team)).hasSize(50).containsAll(invited);
        assertThat(overdueAge()).isGreaterThan(EIGHT_DAYS);
        assertThat(expiry.expire()).isEqualTo(Progress.CAUGHT_UP);

        assertThat(expired(team)).hasSize(60).containsAll(more);
        var expiries = team.events().stream().map(RecordedEvent::event).filter(InvitationExpired.class::isInstance)
                .map(it -> ((InvitationExpired) it).expiredAt()).toList();
        assertThat(expiries).isSorted();
        expiry.expire();
        assertThat(overdueAge()).isZero();
    }

    private static UUID invite(Team team, int number) {
        return team.invite("guest" + number + "@navy.example", "developer").id("/memberId");
    }

    private static List<UUID> expired(Team team) {
        return team.events().stream().filter(it -> it.event() instanceof InvitationExpired).map(RecordedEvent::aggregateId).toList();
    }

    @Test
    void two_instances_share_the_work() {
        var team = teams.founded("shared");
        IntStream.range(0, 40).forEach(i -> invite(team, i));
        clock.forward(EIGHT_DAYS);
        IntStream.range(40, 80).forEach(i -> invite(team, i));
        clock.forward(EIGHT_DAYS);
        another.part(TestClock.class).forward(EIGHT_DAYS.multipliedBy(2));

        Together.all(2, i -> List.of(expiry, another.part(Expiry.class)).get(i).expire());

        assertThat(expired(team)).hasSize(80).doesNotHaveDuplicates();
        assertThat(another.part(MeterRegistry.class).get("roster.invitations.expired").counter().count()).isPositive();
    }

    @Test
    void one_that_cannot_expire_is_told_and_does_not_keep_others_from_it(CapturedOutput output) {
        var team = teams.founded("poisoned");
        var poisoned = poison(team, clock.instant().plus(Duration.ofDays(1)));
        var overdue = team.invite("grace@navy.example", "developer").id("/memberId");
        clock.forward(EIGHT_DAYS);
        var before = count("roster.invitations.expiry.failed");

        expiry.expire();
        expiry.expire();

        assertThat(expired(team)).containsExactly(overdue);
        assertThat(count("roster.invitations.expiry.failed") - before).isEqualTo(1);
        assertThat(output).containsOnlyOnce("the invitation of " + poisoned + " cannot be expired");
        assertThat(overdueAge()).isGreaterThan(Duration.ofDays(6));

        clock.forward(Duration.ofHours(1));
        expiry.expire();
        assertThat(count("roster.invitations.expiry.failed") - before).isEqualTo(2);
    }

    /** A row of a member without events. */
    private UUID poison(Team team, Instant expiresAt) {
        var member = UUID.randomUUID();
        jdbc.sql("""
                insert into command.membership (member_id, organization_id, email_claim, name, email, role, status, invitation_expires_at)
                values (?, ?, 'poison@navy.example', 'Poison', 'poison@navy.example', 'developer', 'invited', ?)""")
                .param(member).param(team.id()).param(expiresAt.atOffset(ZoneOffset.UTC)).update();
        return member;
    }

    @Test
    void what_a_dead_instance_had_taken_is_done_by_another() {
        var team = teams.founded("orphaned");
        var overdue = team.invite("grace@navy.example", "developer").id("/memberId");
        clock.forward(EIGHT_DAYS);
        assertThat(new OverdueInvitations(jdbc).take(50, clock.instant())).hasSize(1);

        expiry.expire();
        assertThat(expired(team)).isEmpty();
        clock.forward(Duration.ofSeconds(30));
        expiry.expire();

        assertThat(expired(team)).containsExactly(overdue);
    }

    @Test
    void an_acceptance_at_the_same_moment_succeeds_or_is_too_late() {
        var team = teams.founded("at-that-moment");
        another.part(TestClock.class).forward(EIGHT_DAYS);
        var outcomes = new ArrayList<Integer>();
        for (int round = 0; round < 40; round++) {
            var email = "guest" + round + "@navy.example";
            var invited = team.invite(email, "developer");
            var member = invited.id("/memberId");

            var accepted = Together.all(2, i -> i == 0 ? team.client().accept(team.link(invited), email).status() : expire(another))
                    .getFirst();

            outcomes.add(accepted);
            assertThat(team.history(member)).containsExactly("member.invited",
                    accepted == 200 ? "member.invitation_accepted" : "member.invitation_expired");
            assertThat(claimed(member)).isEqualTo(accepted == 200);
        }
        assertThat(outcomes).contains(200, 410).containsOnly(200, 410);
    }

    private static int expire(RunningService service) {
        service.part(Expiry.class).expire();
        return 0;
    }

    private boolean claimed(UUID member) {
        return jdbc.sql("select email_claim is not null from command.membership where member_id = ?").param(member).query(Boolean.class)
                .single();
    }
}
