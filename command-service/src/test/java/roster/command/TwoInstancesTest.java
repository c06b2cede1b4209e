package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client.Response;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;

/** Concurrent commands on the same aggregates at two instances. */
@ServiceTest
class TwoInstancesTest {
    private static RunningService second;

    @Autowired private Teams teams;

    @Autowired private JdbcClient jdbc;

    @BeforeAll
    static void start(@Autowired Environment first) {
        second = RunningService.beside(first);
    }

    @AfterAll
    static void stop() {
        second.close();
    }

    private List<Team> asked(Team team) {
        return List.of(team, team.as(second.client()));
    }

    @Test
    void fifty_commands_to_one_member_are_each_decided_on_their_merits() {
        var team = teams.founded("fifty-commands");
        var grace = team.join("grace@navy.example", "developer");
        var asked = asked(team);

        var answers = Together.all(50, i -> command(asked.get(i % 2), grace, i / 2));

        assertThat(answers).allSatisfy(it -> assertThat(it.code()).isIn("", "member-not-active", "member-not-suspended"));
        var events = team.events(grace);
        assertThat(events).extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(LongStream.range(0, events.size()).boxed().toList());
        assertThat(answers.stream().filter(it -> it.status() == 204).map(it -> it.header("ETag")).distinct())
                .containsAll(events.stream().skip(2).map(it -> "\"" + it.sequence() + "\"").toList());
        assertLegal(events.subList(2, events.size()));
    }

    private static Response command(Team team, UUID member, int number) {
        return switch (number % 5) {
            case 0 -> team.changeRole(member, "admin");
            case 1 -> team.post(member, "suspend");
            case 2 -> team.changeRole(member, "endpoint_user");
            case 3 -> team.post(member, "reactivate");
            default -> team.changeRole(member, "developer");
        };
    }

    private static void assertLegal(List<RecordedEvent> events) {
        var role = Role.DEVELOPER;
        var suspended = false;
        for (var recorded : events) {
            switch (recorded.event()) {
                case MemberRoleChanged it -> {
                    assertThat(it.from()).isEqualTo(role).isNotEqualTo(it.to());
                    role = it.to();
                }
                case MemberSuspended _ -> {
                    assertThat(suspended).isFalse();
                    suspended = true;
                }
                case MemberReactivated _ -> {
                    assertThat(suspended).isTrue();
                    suspended = false;
                }
                default -> throw new AssertionError(recorded);
            }
        }
    }

    @Test
    void two_admins_who_demote_each_other_never_both_succeed() {
        var team = teams.founded("demoting");
        var admins = List.of(team.ada(), team.join("grace@navy.example", "admin"));
        var asked = asked(team);
        for (int round = 0; round < 25; round++) {
            var way = round;

            var answers = Together.all(2, i -> go(asked.get(i), admins.get(1 - i), way));

            assertThat(answers).filteredOn(it -> it.status() == 204).hasSize(1);
            assertThat(answers).filteredOn(it -> it.status() != 204).extracting(Response::code).containsExactly("last-admin");
            assertThat(activeAdmins(team)).isEqualTo(1);
            comeBack(team, admins.get(answers.getFirst().status() == 204 ? 1 : 0), way);
        }
        assertThat(activeAdmins(team)).isEqualTo(2);
    }

    private static Response go(Team team, UUID admin, int way) {
        return way % 2 == 0 ? team.changeRole(admin, "developer") : team.post(admin, "suspend");
    }

    private static void comeBack(Team team, UUID admin, int way) {
        assertThat((way % 2 == 0 ? team.changeRole(admin, "admin") : team.post(admin, "reactivate")).status()).isEqualTo(204);
    }

    private int activeAdmins(Team team) {
        return jdbc.sql("select count(*) from command.membership where organization_id = ? and status = 'active' and role = 'admin'")
                .param(team.id()).query(Integer.class).single();
    }

    @Test
    void one_address_is_invited_once() {
        var asked = asked(teams.founded("one-address"));

        var answers = Together.all(32, i -> asked.get(i % 2).invite("grace@navy.example", "developer"));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() != 201).extracting(Response::code).containsOnly("email-taken");
    }

    @Test
    void one_key_is_one_command() {
        var team = teams.founded("one-key");
        var asked = asked(team);

        var answers = Together.all(32, i -> asked.get(i % 2).invite("grace@navy.example", "developer", "Idempotency-Key", "one-key"));

        var created = answers.stream().filter(it -> it.status() == 201).toList();
        assertThat(created).isNotEmpty();
        assertThat(created).extracting(Response::raw).containsOnly(created.getFirst().raw());
        assertThat(answers).filteredOn(it -> it.status() != 201).allMatch(it -> it.code().equals("request-in-flight"));
        assertThat(team.history(created.getFirst().id("/memberId"))).containsExactly("member.invited");
    }

    @Test
    void one_slug_is_given_once() {
        var clients = List.of(teams.registered("another-slug").client(), second.client());

        var answers = Together.all(16, i -> clients.get(i % 2).register("one-slug"));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() != 201).extracting(Response::code).containsOnly("slug-taken");
    }

    @Test
    void one_letter_is_asked_about_once(@Autowired TestClock clock) {
        var team = teams.founded("asked-once");
        var invited = team.invite("grace@navy.example", "developer");
        var clocks = List.of(clock, second.part(TestClock.class));
        clocks.forEach(it -> it.forward(Duration.ofDays(8)));
        try {
            var asked = asked(team);

            var answers = Together.all(16, i -> askAgain(asked.get(i % 2), team.link(invited)));

            assertThat(answers).extracting(Response::status).containsOnly(204);
            assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited", "member.invitation_expired",
                    "member.new_invitation_requested");
        } finally {
            clocks.forEach(TestClock::reset);
        }
    }

    private static Response askAgain(Team team, String link) {
        return team.client().post("/invitations/ask-again", "{\"token\": \"%s\"}".formatted(link));
    }

    @Test
    void a_request_while_an_invitation_is_resent_comes_before_or_finds_the_link_ended(@Autowired TestClock clock) {
        var team = teams.founded("asked-and-resent");
        var invited = IntStream.range(0, 12).mapToObj(i -> team.invite("grace" + i + "@navy.example", "developer")).toList();
        var clocks = List.of(clock, second.part(TestClock.class));
        clocks.forEach(it -> it.forward(Duration.ofDays(8)));
        try {
            var asked = asked(team);
            for (var each : invited) {
                var grace = each.id("/memberId");

                var answers = Together.all(2, i -> i == 0
                        ? askAgain(asked.get(0), team.link(each))
                        : asked.get(1).post(grace, "invitation/resend"));

                assertThat(answers.get(1).status()).isEqualTo(200);
                assertThat(team.history(grace)).isEqualTo(answers.get(0).status() == 204
                        ? List.of("member.invited", "member.invitation_expired", "member.new_invitation_requested",
                                "member.invitation_resent")
                        : List.of("member.invited", "member.invitation_resent"));
                assertThat(answers.get(0).code()).isIn("", "invitation-ended");
            }
        } finally {
            clocks.forEach(TestClock::reset);
        }
    }
}
