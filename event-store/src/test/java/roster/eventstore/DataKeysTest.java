package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.KeyLost;
import roster.eventstore.sealing.MasterKeys;
import roster.eventstore.sealing.MasterKeysRefused;

class DataKeysTest {
    private static final String OLD = FreshStore.MASTER_KEYS;
    private static final String NEW = "t2:n7ZsP1xYkQ3vRr0aWq8LdUe5oGhTjB2mC9fIyX4wK6M=";
    private static final String WRONG = "t1:H5s0Vq1mXw9Zr3nB7kT2yLcJ8pGdEaUf4oIiRtM6hNs=";

    private static final UUID FIRST = new UUID(0, 0);
    private static final Organization ACME = new Organization(UUID.randomUUID(), "acme", "Acme");

    private static final FreshStore store = FreshStore.create();

    private final DataSource connections = store.asCommandService();
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final UUID grace = UUID.randomUUID();
    private final UUID ada = UUID.randomUUID();

    @BeforeEach
    void noKeys() {
        var backup = JdbcClient.create(store.asKeys());
        backup.sql("delete from key_store.data_key").update();
        backup.sql("delete from key_store.master_key").update();
    }

    @Test
    void the_right_keys_are_taken() {
        start(OLD);
        invite(OLD, grace);

        start(OLD);
        start(NEW + "," + OLD);
        start(OLD + "," + NEW);
    }

    @Test
    void a_wrong_key_is_refused_by_its_id() {
        start(OLD);

        assertThatExceptionOfType(MasterKeysRefused.class).isThrownBy(() -> start(WRONG))
                .withMessage("ROSTER_MASTER_KEYS: the key 't1' is not the one that the keys of members are sealed with");
    }

    @Test
    void a_key_that_is_still_needed_is_missed_by_its_id() {
        start(OLD);
        invite(OLD, grace);

        assertThatExceptionOfType(MasterKeysRefused.class).isThrownBy(() -> start(NEW))
                .withMessage("ROSTER_MASTER_KEYS lacks the key 't1', with which keys of members are sealed");
    }

    @Test
    void a_key_with_which_nothing_is_sealed_any_more_is_not_missed() {
        start(OLD);
        invite(OLD, grace);
        var keys = start(NEW + "," + OLD);

        assertThat(keys.rewrap(jdbc, FIRST, 10)).hasValue(grace);

        start(NEW);
        assertThat(name(NEW, grace)).isEqualTo("Grace Hopper");
    }

    @Test
    void keys_are_sealed_anew_in_batches_which_instances_share_out() throws SQLException {
        start(OLD);
        var members = List.of(grace, UUID.randomUUID(), UUID.randomUUID());
        members.forEach(it -> invite(OLD, it));
        var one = start(NEW + "," + OLD);
        var other = start(NEW + "," + OLD);
        assertThat(one.notUnderFirst(jdbc)).isEqualTo(3);

        try (var writer = store.writer()) {
            assertThat(one.rewrap(writer.jdbc(), FIRST, 2)).isPresent();
            assertThat(other.rewrap(jdbc, FIRST, 2)).as("rows that are not locked").isPresent();
            writer.commit();
        }

        assertThat(one.notUnderFirst(jdbc)).isZero();
        assertThat(members).extracting(it -> name(NEW, it)).containsOnly("Grace Hopper");
    }

    @Test
    void a_damaged_key_does_not_stop_the_others() {
        start(OLD);
        var damaged = new UUID(0, 1);
        invite(OLD, damaged);
        invite(OLD, grace);
        JdbcClient.create(store.asKeys()).sql("update key_store.data_key set wrapped_key = reverse(wrapped_key) where member_id = ?")
                .param(damaged).update();
        var keys = start(NEW + "," + OLD);

        assertThat(keys.rewrap(jdbc, FIRST, 1)).hasValue(damaged);
        assertThat(keys.rewrap(jdbc, damaged, 1)).hasValue(grace);
        assertThat(keys.rewrap(jdbc, grace, 1)).isEmpty();

        assertThat(keys.notUnderFirst(jdbc)).isEqualTo(1);
        assertThat(name(NEW + "," + OLD, grace)).isEqualTo("Grace Hopper");
    }

    @Test
    void a_key_is_destroyed_once_and_its_row_stays() {
        var keys = start(OLD);
        invite(OLD, grace);

        assertThat(keys.destroy(jdbc, grace)).isTrue();
        assertThat(keys.destroy(jdbc, grace)).isFalse();
        assertThat(keys.destroy(jdbc, UUID.randomUUID())).isFalse();

        assertThat(jdbc.sql("select count(*) from key_store.data_key where member_id = ? and wrapped_key is null and destroyed_at <= now()")
                .param(grace).query(Long.class).single()).isEqualTo(1);
        assertThat(keys.notUnderFirst(jdbc)).isZero();
        assertThat(start(NEW + "," + OLD).notUnderFirst(jdbc)).as("nothing is left to be sealed anew").isZero();
    }

    @Test
    void a_key_that_a_backup_brought_back_is_destroyed_again() {
        var keys = start(OLD);
        invite(OLD, ada);
        invite(OLD, grace);
        new EventAppender(connections, keys).append(List.of(new NewEvent(UUID.randomUUID(), 1, new MemberErased(grace), bySystem(null))));

        assertThat(keys.destroyErased(jdbc)).isEqualTo(1);

        assertThat(name(OLD, grace)).isNull();
        assertThat(name(OLD, ada)).isEqualTo("Grace Hopper");
        assertThat(keys.destroyErased(jdbc)).isZero();
    }

    @Test
    void a_key_stays_when_the_transaction_that_destroyed_it_does_not() throws SQLException {
        var keys = start(OLD);
        invite(OLD, grace);
        try (var writer = store.writer()) {
            assertThat(keys.destroy(writer.jdbc(), grace)).isTrue();
            writer.rollBack();
        }

        assertThat(name(OLD, grace)).isEqualTo("Grace Hopper");
    }

    /** A retry creates another key for the same member. */
    @Test
    void a_key_whose_transaction_was_rolled_back_is_forgotten() throws SQLException {
        var keys = start(OLD);
        try (var writer = store.writer()) {
            var appender = new EventAppender(writer.connections(), keys);
            appender.append(List.of(invitation(grace)));
            appender.append(List.of(suspension(grace)));
            writer.rollBack();
        }

        new EventAppender(connections, keys).append(List.of(invitation(grace)));
        new EventAppender(connections, keys).append(List.of(suspension(grace)));

        assertThat(events(OLD, grace)).extracting(it -> it.metadata().reason()).containsExactly(null, "a reason");
    }

    /** The key of a member who was just invited needs no query. */
    @Test
    void a_key_whose_transaction_was_committed_is_known_without_a_look() {
        var keys = start(OLD);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        var appender = new EventAppender(connections, keys);
        transaction.executeWithoutResult(_ -> appender.append(List.of(invitation(grace))));
        lose(grace);

        appender.append(List.of(suspension(grace)));

        transaction.executeWithoutResult(status -> {
            appender.append(List.of(invitation(ada)));
            status.setRollbackOnly();
        });
        assertThatExceptionOfType(KeyLost.class).isThrownBy(() -> appender.append(List.of(suspension(ada))));
    }

    @Test
    void after_reading_a_stream_an_append_needs_no_query_of_keys() {
        invite(OLD, grace);
        var keys = start(OLD);
        new EventReader(jdbc, keys).readAggregate(grace, 0);
        lose(grace);

        assertThat(new EventAppender(connections, keys).append(List.of(suspension(grace)))).hasSize(1);
    }

    private static void lose(UUID member) {
        JdbcClient.create(store.asKeys()).sql("delete from key_store.data_key where member_id = ?").param(member).update();
    }

    @Test
    void the_role_of_backups_sees_the_keys_and_nothing_else() {
        invite(OLD, grace);
        var backup = JdbcClient.create(store.asKeys());

        assertThat(backup.sql("select member_id from key_store.data_key").query(UUID.class).list()).containsExactly(grace);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> backup.sql("select count(*) from event_store.event").query(Long.class).single());
    }

    @Test
    void a_reader_cannot_change_a_key_and_no_role_can_delete_one() {
        invite(OLD, grace);
        var reader = JdbcClient.create(store.asQueryService());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> start(OLD).destroy(reader, grace))
                .havingRootCause().withMessageContaining("permission denied");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from key_store.data_key").update())
                .havingRootCause().withMessageContaining("permission denied");
    }

    private DataKeys start(String masterKeys) {
        var keys = new DataKeys(MasterKeys.of(masterKeys), new SimpleMeterRegistry());
        keys.prove(jdbc);
        keys.check(jdbc);
        return keys;
    }

    private void invite(String masterKeys, UUID member) {
        new EventAppender(connections, start(masterKeys)).append(List.of(invitation(member)));
    }

    private static NewEvent invitation(UUID member) {
        return new NewEvent(UUID.randomUUID(), 0, new MemberInvited(member, ACME, UUID.randomUUID(), "Grace Hopper", "grace@navy.example",
                Role.DEVELOPER, null, Instant.parse("2026-01-08T09:30:00Z")), bySystem(null));
    }

    private static NewEvent suspension(UUID member) {
        return new NewEvent(UUID.randomUUID(), 1, new MemberSuspended(member), bySystem("a reason"));
    }

    private static EventMetadata bySystem(@Nullable String reason) {
        return new EventMetadata(ACME.id(), Actor.SYSTEM, null, reason, "correlation", "cause", null, null, null);
    }

    private @Nullable String name(String masterKeys, UUID member) {
        return ((MemberInvited) events(masterKeys, member).getFirst().event()).name();
    }

    private List<RecordedEvent> events(String masterKeys, UUID member) {
        return new EventReader(jdbc, start(masterKeys)).readAggregate(member, 0);
    }
}
