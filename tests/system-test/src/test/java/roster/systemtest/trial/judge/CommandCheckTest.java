package roster.systemtest.trial.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import roster.systemtest.trial.driver.Attempt;
import roster.systemtest.trial.driver.Entry;
import roster.systemtest.trial.driver.Prediction;
import roster.systemtest.trial.judge.StoredEvent.Mail;

/** Made-up journals and rows, each with one defect. */
class CommandCheckTest {
    private static final StoredEvent RENAMED = event("member.name_changed", "grace", "c.1.2");

    @Test
    void a_command_that_was_answered_the_second_time_and_recorded_once_is_right() {
        assertThat(faults(entry(204, ""), RENAMED)).isEmpty();
    }

    @Test
    void an_accepted_command_without_its_event_is_lost() {
        assertThat(faults(entry(204, ""))).singleElement().asString().startsWith("not exactly its events");
    }

    @Test
    void an_accepted_command_with_its_event_twice_is_doubled() {
        assertThat(faults(entry(204, ""), RENAMED, event("member.name_changed", "grace", "c.1.1"))).singleElement().asString()
                .startsWith("not exactly its events");
    }

    @Test
    void an_event_of_another_member_or_type_or_request_is_not_its_event() {
        assertThat(Stream.of(event("member.name_changed", "ada", "c.1.2"), event("member.suspended", "grace", "c.1.2"),
                event("member.name_changed", "grace", "c.1.9")))
                .allSatisfy(it -> assertThat(faults(entry(204, ""), it)).singleElement().asString().startsWith("not exactly its events"));
    }

    @Test
    void a_rejected_command_with_an_event_was_not_rejected() {
        var entry = new Entry("c.1", "member.changeName", Prediction.rejected(409, "member-deleted")).add(unanswered())
                .add(new Attempt("c.1.2", "command-service-1", Instant.EPOCH, 409, "member-deleted"));

        assertThat(faults(entry)).isEmpty();
        assertThat(faults(entry, RENAMED)).singleElement().asString().startsWith("rejected, but recorded");
    }

    @Test
    void an_answer_that_no_one_expects_is_a_fault() {
        assertThat(faults(entry(409, "member-deleted"))).singleElement().asString().startsWith("unexpected answer");
        assertThat(faults(entry(204, "").answered("", "\"9\""), RENAMED)).singleElement().asString().startsWith("unexpected answer");
    }

    @Test
    void an_unanswered_command_has_all_its_events_or_none() {
        var entry = new Entry("c.1", "organization.register", Prediction.creates("organization.registered", "member.invited"))
                .add(unanswered());
        var registered = event("organization.registered", "acme", "c.1.1");

        assertThat(faults(entry)).isEmpty();
        assertThat(faults(entry, registered, event("member.invited", "ada", "c.1.1"))).isEmpty();
        assertThat(faults(entry, registered)).singleElement().asString().startsWith("half carried out");
    }

    @Test
    void an_event_without_a_command_is_made_up_unless_notification_service_reports_it() {
        assertThat(CommandCheck.faults(List.of(), List.of(RENAMED))).singleElement().asString().startsWith("without a command");
        assertThat(CommandCheck.faults(List.of(), List.of(event("invitation_mail.sent", "mail", "r")))).isEmpty();
    }

    private static Entry entry(int status, String code) {
        return new Entry("c.1", "member.changeName", Prediction.changes(204, "grace", 3, "member.name_changed")).add(unanswered())
                .add(new Attempt("c.1.2", "command-service-1", Instant.EPOCH, status, code)).answered("", "\"4\"");
    }

    private static Attempt unanswered() {
        return new Attempt("c.1.1", "command-service-2", Instant.EPOCH, 0, "timed out");
    }

    private static StoredEvent event(String type, String aggregate, String request) {
        return new StoredEvent(1, "id", aggregate, 4, type, "c.1", request, Mail.NONE);
    }

    private static List<String> faults(Entry entry, StoredEvent... store) {
        return CommandCheck.faults(List.of(entry), List.of(store)).toList();
    }
}
