package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;

/** Ada invites Grace, who accepts and creates a token. */
abstract class RecordedJourney {
    static final Organization ACME = new Organization(UUID.randomUUID(), "acme", "Acme");
    static final Instant EXPIRY = Instant.parse("2026-01-08T09:30:00Z");
    static final String REASON = "Grace knows the compiler";
    static final String ADDRESS = "198.51.100.7";

    static final FreshStore store = FreshStore.create();

    static final JdbcClient query = store.client("roster_query", store.database().passwords().query());
    static final DataSource connections = store.asCommandService();
    static final JdbcClient jdbc = JdbcClient.create(connections);
    final DataKeys keys = FreshStore.keys();
    final EventAppender appender = new EventAppender(connections, keys);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final EventReader reader = new EventReader(query,
            new DataKeys(MasterKeys.of(FreshStore.MASTER_KEYS), meters));

    final Connection superuser = store.asSuperuser();
    final UUID ada = UUID.randomUUID();
    final UUID grace = UUID.randomUUID();
    final UUID token = UUID.randomUUID();
    /** Position of the last event of other tests. */
    final long start = reader.head();

    RecordedJourney() throws SQLException {}

    @BeforeEach
    void journey() {
        append(ada, 0, new MemberInvited(ada, ACME, UUID.randomUUID(), "Ada Lovelace", "ada@acme.example", Role.ADMIN, null, EXPIRY));
        append(ada, 0, invitation(grace));
        append(grace, 1, new InvitationAccepted(grace, UUID.randomUUID(), Role.DEVELOPER, new Identity("github", "hopper-1906")));
        append(grace, 0, new ApiTokenCreated(token, ApiTokenKind.PERSONAL, grace, "the laptop of Grace", List.of(Scope.AUDIT), null));
        append(ada, 1, new ApiTokenRevoked(token, grace));
    }

    RecordedEvent append(UUID actor, long sequence, Event event) {
        return append(appender, actor, sequence, event);
    }

    static RecordedEvent append(EventAppender appender, UUID actor, long sequence, Event event) {
        return appender.append(List.of(new NewEvent(UUID.randomUUID(), sequence, event, new EventMetadata(ACME.id(),
                new Actor(Actor.Kind.MEMBER, actor.toString()), null, REASON, "correlation", "cause", null, ADDRESS, null)))).getFirst();
    }

    MemberInvited invitation(UUID member) {
        return new MemberInvited(member, ACME, UUID.randomUUID(), "Grace Hopper", "grace@navy.example", Role.DEVELOPER,
                new Inviter(ada, "Ada Lovelace", "ada@acme.example"), EXPIRY);
    }

    double unreadable(String cause) {
        return meters.get("roster.personal.unreadable").tag("cause", cause).counter().count();
    }

    /** Executes a statement that no service may, with the protecting triggers disabled. */
    void asSuperuser(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @AfterEach
    void leave() throws SQLException {
        superuser.close();
    }

    long keysThereAre() {
        return jdbc.sql("select count(*) from key_store.data_key").query(Long.class).single();
    }
}
