package roster.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.local.postgres.Database;
import roster.notification.Surroundings;
import roster.notification.mail.ScriptedRelay;

/** Invitations that end during an outage, while their e-mails wait in the queue. */
class AfterOutageTest {
    private final List<MemberInvited> invited = new ArrayList<>();

    @Test
    void an_invitation_that_was_revoked_while_the_service_was_down_causes_no_email() throws Exception {
        var database = Surroundings.freshMailQueue();
        var group = "after-outage-" + UUID.randomUUID();
        try (var relay = new ScriptedRelay(); var topics = new Topics()) {
            Topics.createIfAbsent();
            relay.goAway();
            try (var service = Surroundings.startAlone(database, relay, group)) {
                invite(topics, 50);
                awaitQueued(service);
            }
            revokeAll(topics);
            relay.comeBack();

            try (var lock = noInvitationEnds(database); var service = Surroundings.startAlone(database, relay, group)) {
                await().until(() -> isWaitedFor(lock));
                lock.rollback();
                assertNoneIsSent(service.getBean(JdbcClient.class), relay);
            }
        }
    }

    /** Keeps the consumer from writing that an invitation has ended, until it is rolled back. */
    private static Connection noInvitationEnds(Database database) throws SQLException {
        var connection = DriverManager.getConnection(database.jdbcUrl(), "roster_owner", database.passwords().owner());
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table notification.ending in exclusive mode");
        return connection;
    }

    private static boolean isWaitedFor(Connection lock) throws SQLException {
        try (var rows = lock.createStatement()
                .executeQuery("select 1 from pg_locks where not granted and relation = 'notification.ending'::regclass")) {
            return rows.next();
        }
    }

    private void invite(Topics topics, int members) throws Exception {
        for (int i = 0; i < members; i++) {
            var member = UUID.randomUUID();
            var it = Topics.invited(member, "Grace", member + "@outage.example");
            invited.add(it);
            topics.publish(UUID.randomUUID(), 0, it);
        }
    }

    private void revokeAll(Topics topics) throws Exception {
        for (var it : invited) {
            topics.publish(UUID.randomUUID(), 1, new InvitationRevoked(it.memberId(), it.invitationId()));
        }
    }

    private void awaitQueued(ConfigurableApplicationContext service) {
        var its = service.getBean(JdbcClient.class);
        await().untilAsserted(() -> assertThat(statuses(its)).hasSize(invited.size()).isSubsetOf("due", "sending"));
    }

    private void assertNoneIsSent(JdbcClient its, ScriptedRelay relay) {
        await().ignoreExceptions().until(() -> statuses(its),
                found -> found.stream().noneMatch(it -> it.equals("due") || it.equals("sending")));
        assertThat(statuses(its)).containsOnly("cancelled");
        assertThat(relay.received()).noneMatch(it -> it.to().endsWith("@outage.example"));
    }

    private List<String> statuses(JdbcClient its) {
        var members = invited.stream().map(MemberInvited::memberId).toArray(UUID[]::new);
        return its.sql("select status from notification.letter where member_id = any (?)").param(members).query(String.class).list();
    }
}
