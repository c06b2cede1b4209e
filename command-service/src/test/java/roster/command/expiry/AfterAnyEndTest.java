package roster.command.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import roster.command.Client.Response;
import roster.command.RunningService;
import roster.command.Team;
import roster.command.TestClock;
import roster.command.publisher.Topic;
import roster.contract.stored.RecordedEvent;
import roster.local.PerJvm;

/** A person can be invited again after any end of an invitation. */
class AfterAnyEndTest {
    private static final RunningService service = RunningService.with(Map.of());
    private static final String GRACE = "grace@navy.example";

    private final TestClock clock = service.part(TestClock.class);

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    enum End {
        DECLINED("member.invitation_declined"),
        REVOKED("member.invitation_revoked"),
        EXPIRED("member.invitation_expired"),
        DELETED_WHILE_INVITED("member.deleted"),
        DELETED_WHEN_EXPIRED("member.invitation_expired", "member.deleted"),
        LEFT("member.invitation_accepted", "member.deleted");

        private final List<String> events;

        End(String... events) {
            this.events = List.of(events);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_address_is_invited_again_and_can_join(End end) {
        var team = service.teams().founded("after-" + end.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var first = team.invite(GRACE, "developer");
        meet(end, team, first);
        assertThat(team.history(first.id("/memberId")))
                .containsExactlyElementsOf(Stream.concat(Stream.of("member.invited"), end.events.stream()).toList());

        var again = team.invite(GRACE, "admin");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id("/memberId")).isNotEqualTo(first.id("/memberId"));
        assertThat(team.client().accept(team.link(first), GRACE).status()).isEqualTo(410);
        assertThat(team.client().accept(team.link(again), GRACE).status()).isEqualTo(200);
        assertThat(team.invite(GRACE, "developer").code()).isEqualTo("email-taken");
        assertPublished(team);
    }

    private void meet(End end, Team team, Response invited) {
        var member = invited.id("/memberId");
        switch (end) {
            case DECLINED -> team.client().post("/invitations/decline", "{\"token\": \"" + team.link(invited) + "\"}");
            case REVOKED -> team.post(member, "invitation/revoke");
            case EXPIRED -> expire();
            case DELETED_WHILE_INVITED -> team.delete(member);
            case DELETED_WHEN_EXPIRED -> {
                expire();
                team.delete(member);
            }
            case LEFT -> {
                team.client().accept(team.link(invited), GRACE);
                team.delete(member);
            }
        }
    }

    private void expire() {
        clock.forward(Duration.ofDays(8));
        service.part(Expiry.class).expire();
    }

    @Test
    void an_expired_invitation_is_sent_again_and_expires_again() {
        var team = service.teams().founded("sent-again");
        var invited = team.invite(GRACE, "developer");
        var member = invited.id("/memberId");
        expire();
        assertThat(team.post(member, "invitation/resend").status()).isEqualTo(200);
        assertThat(team.client().accept(team.link(invited), GRACE).code()).isEqualTo("invitation-ended");
        expire();
        assertThat(team.post(member, "invitation/resend").status()).isEqualTo(200);
        assertThat(team.client().accept(link(team, invited, 3), GRACE).status()).isEqualTo(200);

        assertThat(team.history(member)).containsExactly("member.invited", "member.invitation_expired", "member.invitation_resent",
                "member.invitation_expired", "member.invitation_resent", "member.invitation_accepted");
        assertPublished(team);
    }

    @Test
    void one_of_two_who_expired_one_after_the_other_holds_the_address_at_a_time() {
        var team = service.teams().founded("turns");
        var first = team.invite(GRACE, "developer");
        expire();
        var second = team.invite(GRACE, "developer");
        assertThat(resend(team, first)).isEqualTo("email-taken");
        expire();

        assertThat(resend(team, first)).isEmpty();
        assertThat(resend(team, second)).isEqualTo("email-taken");
        team.post(first.id("/memberId"), "invitation/revoke");
        assertThat(resend(team, second)).isEmpty();
        assertThat(team.client().accept(link(team, first, 2), GRACE).code()).isEqualTo("invitation-ended");
        assertThat(team.client().accept(link(team, second, 2), GRACE).status()).isEqualTo(200);
        assertPublished(team);
    }

    private static String resend(Team team, Response invited) {
        return team.post(invited.id("/memberId"), "invitation/resend").code();
    }

    private static String link(Team team, Response invited, int issue) {
        return team.link(invited.id("/memberId"), invited.id("/invitation/invitationId"), issue);
    }

    /** Asserts that all events are on Kafka, in order per member. */
    private static void assertPublished(Team team) {
        var recorded = team.events();
        try (var topic = new Topic(PerJvm.kafka().bootstrapServers(), team.id())) {
            var published = topic.readUntil(it -> it.size() >= recorded.size());
            for (var member : recorded.stream().map(RecordedEvent::aggregateId).distinct().toList()) {
                assertThat(published.stream().filter(it -> it.key().equals(member.toString())).map(it -> it.value().getId()))
                        .containsExactlyElementsOf(ids(recorded, member));
            }
        }
    }

    private static List<String> ids(List<RecordedEvent> events, UUID member) {
        return events.stream().filter(it -> it.aggregateId().equals(member)).map(it -> it.eventId().toString()).toList();
    }
}
