package roster.notification.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static roster.notification.Surroundings.COMMANDS;
import static roster.notification.Surroundings.RELAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import roster.contract.mail.Language;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.notification.RunningService;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;
import roster.notification.entry.Entries;
import roster.notification.entry.Invitation;
import roster.notification.entry.Occasion;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Occasion.Requested;
import roster.notification.entry.Person;
import roster.notification.queue.MailQueue;
import roster.notification.report.ScriptedCommandService.Answer;

@RunningService
class ReporterTest {
    @Autowired private MailQueue queue;
    @Autowired private Reporter reporter;
    @Autowired private MeterRegistry meters;
    @Autowired private JdbcClient jdbc;
    @Autowired private ReportProgress progress;

    private final UUID member = UUID.randomUUID();
    private final UUID invitation = UUID.randomUUID();
    private final String invitee = "grace-" + member + "@navy.example";

    @AfterEach
    void behave() {
        COMMANDS.beContent();
        RELAY.follow((_, _) -> null);
    }

    @Test
    void that_an_email_has_left_is_reported_to_command_service() {
        owe(MailRecipient.INVITEE, new Invited());

        await().untilAsserted(() -> assertThat(told()).hasSize(1));
        var report = told().getFirst();
        assertThat(report.path("invitationId").asString()).isEqualTo(invitation.toString());
        assertThat(report.path("issue").asInt()).isEqualTo(2);
        assertThat(report.path("recipient").asString()).isEqualTo("invitee");
        assertThat(report.path("failure").isNull()).isTrue();
        assertThat(COMMANDS.of(member).getFirst().authorization()).isEqualTo("Bearer notification-token-that-only-tests-know-01");
        await().untilAsserted(() -> assertThat(reported()).containsExactly("sent"));
    }

    @ParameterizedTest
    @CsvSource({
            "RCPT, 550 5.1.1 no such user, unknown_address, 550 5.1.1", "RCPT, 550 no such user, unknown_address, 550",
            "RCPT, 550 5.7.1 not from you, refused, 550 5.7.1", "RCPT, 552 5.2.2 over quota, mailbox_full, 552 5.2.2",
            "RCPT, 553 5.6.7 only ascii, address_not_supported, 553 5.6.7", "MAIL, 550 5.6.7 only ascii, address_not_supported, 550 5.6.7",
            "DATA, 554 5.7.1 not wanted, refused, 554 5.7.1", "., 552 5.3.4 too big, refused, 552 5.3.4"})
    void that_an_email_will_not_leave_is_reported_with_a_reason_that_a_person_understands(String command, String answer, String failure,
            String status) {
        RELAY.follow((said, to) -> said.equals(command) && (said.equals("MAIL") || to.equals(invitee)) ? answer : null);
        owe(MailRecipient.INVITEE, new Invited());

        await().untilAsserted(() -> assertThat(told()).hasSize(1));
        assertThat(told().getFirst().path("failure").asString()).isEqualTo(failure);
        assertThat(told().getFirst().path("status").asString()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 401, 403, 404, 408, 429})
    void a_report_that_is_not_heard_is_made_again(int answer) {
        COMMANDS.follow(_ -> Answer.of(answer));
        owe(MailRecipient.INVITER, new Invited());
        await().untilAsserted(() -> assertThat(told()).hasSizeGreaterThan(1));
        assertThat(reported()).containsOnlyNulls();
        COMMANDS.beContent();

        await().untilAsserted(() -> assertThat(reported()).containsExactly("sent"));
    }

    @Test
    void while_command_service_accepts_no_reports_they_stand_still() {
        COMMANDS.follow(_ -> Answer.of(503));
        owe(MailRecipient.INVITER, new Invited());

        await().untilAsserted(() -> assertThat(progress.state()).satisfies(it -> {
            assertThat(it.lag()).isPositive();
            assertThat(it.lagTime()).isPositive();
            assertThat(it.standstill()).isNotNull().satisfies(why -> assertThat(why.reason()).isEqualTo("command-service answers 503"));
        }));
        COMMANDS.beContent();

        await().untilAsserted(() -> assertThat(progress.state().standstill()).isNull());
    }

    @Test
    void a_report_that_is_refused_does_not_hold_up_the_others() {
        COMMANDS.follow(report -> report.path("memberId").asString().equals(member.toString()) ? Answer.of(400) : Answer.of(204));
        owe(MailRecipient.INVITER, new Invited());
        await().untilAsserted(() -> assertThat(told()).hasSize(1));

        var other = new ReporterTest();
        other.queue = queue;
        other.owe(MailRecipient.INVITEE, new Invited());

        await().untilAsserted(() -> assertThat(other.told()).hasSize(1));
        assertThat(reported()).containsOnlyNulls();
        assertThat(column("report_rejections")).containsExactly("1");
    }

    @Test
    void a_report_about_an_email_that_command_service_does_not_know_ends_and_is_counted() {
        COMMANDS.follow(_ -> Answer.UNKNOWN);
        var before = ended();
        owe(MailRecipient.INVITEE, new Invited());

        await().untilAsserted(() -> assertThat(column("report_ended_at")).doesNotContainNull());
        makeReportsDue();
        reporter.makeAll();
        assertThat(told()).hasSize(1);
        assertThat(ended() - before).isOne();
    }

    @Test
    void a_report_that_is_rejected_again_and_again_ends_after_a_day() {
        COMMANDS.follow(_ -> Answer.of(400));
        owe(MailRecipient.INVITEE, new Invited());
        await().untilAsserted(() -> assertThat(column("report_rejections")).containsExactly("1"));

        jdbc.sql("update notification.letter set report_rejections = 8 where member_id = ?").param(member).update();
        makeReportsDue();

        await().untilAsserted(() -> assertThat(column("report_ended_at")).doesNotContainNull());
        assertThat(reported()).containsOnlyNulls();
    }

    @Test
    void results_that_wait_are_reported_together() {
        COMMANDS.follow(_ -> Answer.of(503));
        var others = IntStream.range(0, 30).mapToObj(_ -> {
            var other = new ReporterTest();
            other.queue = queue;
            other.owe(MailRecipient.INVITEE, new Invited());
            return other;
        }).toList();
        await().untilAsserted(() -> assertThat(others).allSatisfy(it -> assertThat(it.told()).isNotEmpty()));
        COMMANDS.beContent();

        others.forEach(it -> it.jdbc = jdbc);
        await().untilAsserted(() -> assertThat(others).allSatisfy(it -> assertThat(it.reported()).containsExactly("sent")));
        assertThat(COMMANDS.requests()).anyMatch(it -> it >= 30);
    }

    private void makeReportsDue() {
        jdbc.sql("update notification.letter set report_at = now() where member_id = ?").param(member).update();
    }

    @Test
    void what_had_been_given_up_and_left_nevertheless_is_reported_again() {
        RELAY.follow((said, to) -> said.equals("RCPT") && to.equals(invitee) ? "550 5.1.1 no such user" : null);
        owe(MailRecipient.INVITEE, new Invited());
        await().untilAsserted(() -> assertThat(reported()).containsExactly("failed"));

        jdbc.sql("update notification.letter set status = 'sent' where member_id = ?").param(member).update();

        await().untilAsserted(() -> assertThat(reported()).containsExactly("sent"));
        assertThat(told()).extracting(it -> it.path("failure").isNull()).containsExactly(false, true);
    }

    @Test
    void emails_that_are_not_about_the_way_of_an_invitation_are_not_reported() {
        owe(MailRecipient.INVITER, new Requested());
        await().untilAsserted(() -> assertThat(column("status")).containsExactly("sent"));

        var other = new ReporterTest();
        other.queue = queue;
        other.owe(MailRecipient.INVITEE, new Invited());
        await().untilAsserted(() -> assertThat(other.told()).hasSize(1));

        assertThat(told()).isEmpty();
    }

    private void owe(MailRecipient recipient, Occasion occasion) {
        queue.write(new Entries(List.of(new Email(new EmailId(UUID.randomUUID(), recipient), 0, Instant.now(), occasion,
                new Invitation(member, invitation, 2, UUID.randomUUID(), "Acme", Language.ENGLISH, Role.DEVELOPER,
                        new Person("Grace Hopper", invitee),
                        UUID.randomUUID(), new Person("Ada Lovelace", "ada@acme.example"), Instant.now().plus(Duration.ofDays(7))))),
                List.of()));
    }

    private List<JsonNode> told() {
        return COMMANDS.of(member).stream().map(ScriptedCommandService.Received::report).toList();
    }

    private double ended() {
        return meters.counter("roster.reports", "outcome", "ended").count();
    }

    private List<String> reported() {
        return column("reported");
    }

    private List<String> column(String column) {
        return jdbc.sql("select " + column + "::text from notification.letter where member_id = ?").param(member).query(String.class)
                .list();
    }
}
