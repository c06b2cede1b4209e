package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import roster.contract.event.MemberEvent.MemberInvited;
import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.running.Await;

/** The service is killed before and after each write to the mail queue, and started again. */
@OnSharedPostbox
class MailQueueEdgesTest {
    private final String name = UUID.randomUUID().toString();
    private final String grace = Postbox.invitee(name);
    private final MemberInvited invited = Postbox.registration(Postbox.organization("acme"), name);
    private final Postbox box;
    private final Sender sender;
    private final Executioner executioner;

    MailQueueEdgesTest(Postbox box) {
        this.box = box;
        this.sender = box.sender();
        this.executioner = new Executioner(Whim.NONE, box::kill);
        box.relay.follow(executioner);
    }

    @AfterEach
    void behave() {
        box.relay.follow(Whim.NONE);
        box.desk.behave();
    }

    @Test
    void a_record_has_been_consumed_and_its_row_is_not_committed() throws Exception {
        try (var lock = Lock.of(box, "notification.told")) {
            box.publish(0, invited);
            Await.until(() -> lock.waiting() > 0);
            box.kill(sender.name());
        }
        assertThat(box.emailTo(grace)).isEmpty();

        arrivesAfterAnotherStart("sent/1", 1);
    }

    @Test
    void its_row_is_committed_and_not_leased_yet() throws Exception {
        try (var lock = Lock.of(box, "notification.reading")) {
            Await.until(() -> lock.waiting() > 0);
            box.publish(0, invited);
            Await.until(() -> box.emailTo(grace).equals("due/0"));
            box.kill(sender.name());
            lock.endThoseWaiting();
        }
        assertThat(box.emailTo(grace)).isEqualTo("due/0");

        arrivesAfterAnotherStart("sent/1", 1);
    }

    @Test
    void that_it_is_being_sent_is_committed_and_the_relay_has_not_got_it() throws Exception {
        killAt(Step.DATA);
        assertThat(box.emailTo(grace)).isEqualTo("sending/1");
        assertThat(box.relay.journal().acceptedFor(grace)).isEmpty();

        arrivesAfterAnotherStart("sent/2", 1);
    }

    @Test
    void the_relay_has_it_and_that_it_has_left_is_not_committed() throws Exception {
        killAt(Step.ACCEPTED);
        assertThat(box.emailTo(grace)).isEqualTo("sending/1");
        assertThat(box.relay.journal().acceptedFor(grace)).hasSize(1);

        arrivesAfterAnotherStart("sent/2", 2);
    }

    @Test
    void that_emails_have_left_is_committed_and_command_service_has_been_told_without_an_answer() throws Exception {
        var other = Postbox.registration(Postbox.organization("navy"), "other-" + name);
        box.desk.refuse();
        box.publish(0, invited);
        box.publish(0, other);
        Await.until(() -> box.emailTo(grace).equals("sent/1") && box.emailTo(Postbox.invitee("other-" + name)).equals("sent/1"));
        assertThat(box.desk.on(invited)).isEmpty();
        var ours = Stream.of(invited, other).map(it -> it.invitationId().toString()).toList();
        box.desk.behave(report -> {
            if (ours.contains(report.path("invitationId").asString())) {
                box.kill(sender.name());
            }
        });
        Await.until(() -> box.senders().isEmpty());
        box.desk.behave();

        arrivesAfterAnotherStart("sent/1", 1);
        awaitReported(Postbox.invitee("other-" + name));
        assertThat(Stream.of(invited, other).map(it -> box.desk.on(it).size())).as("reports").contains(2).allMatch(it -> it <= 2);
        assertThat(box.relay.journal().acceptedFor(grace, Postbox.invitee("other-" + name))).hasSize(2);
    }

    private void killAt(Step step) throws Exception {
        executioner.order(step, 0);
        box.publish(0, invited);
        Await.until(() -> !executioner.kills().isEmpty());
    }

    /** The e-mail arrives {@code times} times with one Message-ID, and its result is reported. */
    private void arrivesAfterAnotherStart(String row, int times) {
        box.sender();
        Await.until(() -> box.emailTo(grace).equals(row));
        awaitReported(grace);
        var taken = box.relay.journal().acceptedFor(grace);
        assertThat(taken).hasSize(times);
        assertThat(taken).extracting(Entry::messageId).containsOnly(taken.getFirst().messageId());
        assertThat(taken).extracting(Entry::hash).containsOnly(taken.getFirst().hash());
        System.out.printf(Locale.ROOT, "1 kill, %s: %d attempts, %d mails%n", row, box.relay.journal().begunFor(grace), times);
    }

    private void awaitReported(String invitee) {
        Await.until(() -> box.queue("select reported from notification.letter where invitee_email = ?", invitee).contains("sent"));
    }

    /** Locks a table until it is closed. */
    private record Lock(Connection connection, String table) implements AutoCloseable {
        static Lock of(Postbox box, String table) throws SQLException {
            var lock = new Lock(box.superuser(), table);
            lock.connection.setAutoCommit(false);
            lock.connection.createStatement().execute("lock table " + table + " in access exclusive mode");
            return lock;
        }

        int waiting() throws SQLException {
            return count("select count(*) from pg_locks where not granted and relation = '%s'::regclass");
        }

        /** Terminates the waiting statements of dead processes, so that they are not executed. */
        void endThoseWaiting() throws SQLException {
            count("select count(pg_terminate_backend(pid, 10000)) from pg_locks where not granted and relation = '%s'::regclass");
        }

        private int count(String sql) throws SQLException {
            try (var rows = connection.createStatement().executeQuery(sql.formatted(table))) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
