package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
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
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.Organization;
import roster.contract.event.RecordedEvent;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.KeyLost;
import roster.eventstore.sealing.MasterKeys;
import roster.eventstore.sealing.SealedFields;

/** Ada invites Grace, who accepts and makes a token: what of it stands in the store, and what is read of it whatever happens to keys and rows. */
@ExtendWith(OutputCaptureExtension.class)
class SealedEventsTest {
    private static final Organization ACME = new Organization(UUID.randomUUID(), "acme", "Acme");
    private static final Instant EXPIRY = Instant.parse("2026-01-08T09:30:00Z");
    private static final String REASON = "Grace knows the compiler";
    private static final String ADDRESS = "198.51.100.7";

    private static final FreshStore store = FreshStore.create();

    private static final JdbcClient query = store.client("roster_query", store.database().passwords().query());
    private static final DataSource connections = store.asCommandService();
    private static final JdbcClient jdbc = JdbcClient.create(connections);
    private final DataKeys keys = FreshStore.keys();
    private final EventAppender appender = new EventAppender(connections, keys);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventReader reader = new EventReader(query,
            new DataKeys(MasterKeys.of(FreshStore.MASTER_KEYS), meters));

    /** Where the bytes of the first field of an invitation are: behind the two keys it takes. */
    private static final int NAME = 1 + 2 * 16 + 3;

    private final Connection superuser = store.asSuperuser();
    private final UUID ada = UUID.randomUUID();
    private final UUID grace = UUID.randomUUID();
    private final UUID token = UUID.randomUUID();
    /** Where the journey begins: what other tests have left is before that. */
    private final long start = reader.head();

    SealedEventsTest() throws SQLException {}

    @BeforeEach
    void journey() {
        append(ada, 0, new MemberInvited(ada, ACME, UUID.randomUUID(), "Ada Lovelace", "ada@acme.example", Role.ADMIN, null, EXPIRY));
        append(ada, 0, invitation(grace));
        append(grace, 1, new InvitationAccepted(grace, UUID.randomUUID(), Role.DEVELOPER, new Identity("github", "hopper-1906")));
        append(grace, 0, new ApiTokenCreated(token, ApiTokenKind.PERSONAL, grace, "the laptop of Grace", List.of(Scope.AUDIT), null));
        append(ada, 1, new ApiTokenRevoked(token, grace));
    }

    private RecordedEvent append(UUID actor, long sequence, Event event) {
        return append(appender, actor, sequence, event);
    }

    private static RecordedEvent append(EventAppender appender, UUID actor, long sequence, Event event) {
        return appender.append(List.of(new NewEvent(UUID.randomUUID(), sequence, event, new EventMetadata(ACME.id(),
                new Actor(Actor.Kind.MEMBER, actor.toString()), null, REASON, "correlation", "cause", null, ADDRESS, null)))).getFirst();
    }

    private MemberInvited invitation(UUID member) {
        return new MemberInvited(member, ACME, UUID.randomUUID(), "Grace Hopper", "grace@navy.example", Role.DEVELOPER,
                new Inviter(ada, "Ada Lovelace", "ada@acme.example"), EXPIRY);
    }

    @Test
    void no_row_contains_what_names_a_person() {
        var rows = jdbc.sql("select event::text from event_store.event where position > ?").param(start).query(String.class).list();

        assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row).contains(ACME.id().toString())
                .doesNotContainIgnoringCase("Lovelace", "Hopper", "@", "laptop", "hopper-1906", "compiler", ADDRESS));
    }

    @Test
    void what_is_read_is_what_was_recorded() {
        var accepted = append(ada, 2, new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN));

        var read = reader.read(start, Long.MAX_VALUE, 10);

        assertThat(read).hasSize(6).last().isEqualTo(accepted);
        assertThat(read.get(1).event()).usingRecursiveComparison().ignoringFields("invitationId").isEqualTo(invitation(grace));
        assertThat(read).extracting(it -> it.metadata().reason()).containsOnly(REASON);
        assertThat(read).extracting(it -> it.metadata().clientAddress()).containsOnly(ADDRESS);
        assertThat(reader.readAggregates(List.of(grace), start + 3)).isEqualTo(reader.readAggregate(grace, 0).subList(0, 2)).hasSize(2);
        assertThat(unreadable("lost") + unreadable("damaged")).isZero();
    }

    @Test
    void everything_is_sealed_with_the_key_of_whom_it_names() {
        assertThat(keyOf("payload -> 'name'", 2)).isEqualTo(grace);
        assertThat(keyOf("payload -> 'inviter' -> 'name'", 2)).isEqualTo(ada);
        assertThat(keyOf("payload -> 'inviter' -> 'email'", 2)).isEqualTo(ada);
        assertThat(keyOf("metadata -> 'reason'", 2)).isEqualTo(grace);
        assertThat(keyOf("metadata -> 'clientAddress'", 2)).isEqualTo(ada);
        assertThat(keyOf("payload -> 'identity' -> 'subject'", 3)).isEqualTo(grace);
        assertThat(keyOf("payload -> 'name'", 4)).isEqualTo(grace);
        assertThat(keyOf("metadata -> 'reason'", 5)).as("why the token of Grace was revoked").isEqualTo(grace);
    }

    private UUID keyOf(String field, long position) {
        return jdbc.sql("select sealed, (" + field + ")::int from event_store.event where position = ?").param(start + position)
                .query((row, _) -> SealedFields.of(row.getBytes(1)).member(row.getInt(2)).orElseThrow()).single();
    }

    @Test
    void a_member_has_one_key() {
        long keysBefore = keysThereAre();

        append(ada, 0, invitation(UUID.randomUUID()));

        assertThat(keysThereAre()).isEqualTo(keysBefore + 1);
    }

    private long keysThereAre() {
        return jdbc.sql("select count(*) from key_store.data_key").query(Long.class).single();
    }

    /** In the nonce, in the text, in the tag. */
    @ParameterizedTest
    @ValueSource(ints = {0, 12, 39})
    void where_a_byte_is_flipped_one_field_is_gone_and_reported(int at, CapturedOutput log) throws SQLException {
        asSuperuser(flip(NAME + at));

        var read = reader.read(start, Long.MAX_VALUE, 10);

        var invited = (MemberInvited) read.get(1).event();
        assertThat(invited.name()).isNull();
        assertThat(invited.email()).isEqualTo("grace@navy.example");
        assertThat(((ApiTokenCreated) read.get(3).event()).name()).isEqualTo("the laptop of Grace");
        assertThat(unreadable("damaged")).isEqualTo(1);
        assertThat(log)
                .contains("ERROR",
                        "/name of the event at position " + (start + 2) + " cannot be read: its sealed bytes or its key are damaged")
                .doesNotContain("Hopper");
    }

    private String flip(int at) {
        return "update event_store.event set sealed = set_byte(sealed, %1$s, get_byte(sealed, %1$s) # 1) where position = %2$s"
                .formatted(at, start + 2);
    }

    @Test
    void whichever_byte_is_flipped_nothing_is_read_that_was_not_recorded() throws SQLException {
        var recorded = reader.read(start + 1, start + 2, 1).getFirst();
        int length = jdbc.sql("select length(sealed) from event_store.event where position = ?").param(start + 2).query(Integer.class).single();

        for (int at = 0; at < length; at++) {
            double before = unreadable("lost") + unreadable("damaged");
            asSuperuser(flip(at));

            var read = reader.read(start + 1, start + 2, 1).getFirst();

            assertThat(personal(read)).as("byte %d", at).isNotEqualTo(personal(recorded)).isSubsetOf(personal(recorded));
            assertThat(unreadable("lost") + unreadable("damaged")).as("byte %d", at).isGreaterThan(before);
            asSuperuser(flip(at));
        }
        assertThat(length).isGreaterThan(100);
        assertThat(reader.read(start + 1, start + 2, 1)).containsExactly(recorded);
    }

    /** Field by field, less what is null. */
    private static Set<String> personal(RecordedEvent read) {
        var invited = (MemberInvited) read.event();
        var inviter = Objects.requireNonNull(invited.inviter());
        var texts = Stream.of("name " + invited.name(), "email " + invited.email(), "inviter's name " + inviter.name(),
                "inviter's email " + inviter.email(), "reason " + read.metadata().reason(), "client " + read.metadata().clientAddress());
        return texts.filter(it -> !it.endsWith(" null")).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"sealed = ''; 6", "sealed = substr(sealed, 1, 20); 6", "sealed = substr(sealed, 1, 100); 5",
            "payload = payload || '{\"name\": 6}'; 1", "payload = payload || '{\"name\": 12345678901234567890, \"email\": -1}'; 2"})
    void what_is_missing_cannot_stop_readers(String change, int gone) throws SQLException {
        asSuperuser("update event_store.event set " + change + " where position = " + (start + 2));

        assertThat(personal(reader.read(start + 1, start + 2, 1).getFirst())).hasSize(6 - gone);
        assertThat(unreadable("damaged")).isEqualTo(gone);
    }

    @Test
    void what_is_sealed_opens_only_where_it_was_sealed() throws SQLException {
        asSuperuser("""
                update event_store.event set payload = payload || jsonb_build_object('name', payload -> 'email', 'email', payload -> 'name')
                 where position = %s""".formatted(start + 2));
        asSuperuser("""
                update event_store.event set sealed = other.sealed
                  from event_store.event other where event.position = %s and other.position = %s""".formatted(start + 5, start + 4));

        var read = reader.read(start, Long.MAX_VALUE, 10);

        var invited = (MemberInvited) read.get(1).event();
        assertThat(invited.name()).isNull();
        assertThat(invited.email()).isNull();
        assertThat(read.get(1).metadata().reason()).isEqualTo(REASON);
        assertThat(read.get(4).metadata().reason()).as("that of another event").isNull();
        assertThat(read.get(4).metadata().clientAddress()).isNull();
        assertThat(unreadable("damaged")).isEqualTo(4);
    }

    @Test
    void a_key_opens_nothing_in_the_place_of_another() throws SQLException {
        asSuperuser("""
                update key_store.data_key set wrapped_key = other.wrapped_key from key_store.data_key other
                 where data_key.member_id = '%s' and other.member_id = '%s'""".formatted(grace, ada));

        assertThat(((MemberInvited) reader.read(start + 1, start + 2, 1).getFirst().event()).name()).isNull();
        assertThat(unreadable("damaged")).isEqualTo(3);
    }

    @Test
    void what_a_lost_key_sealed_is_gone_and_reported(CapturedOutput log) throws SQLException {
        asSuperuser("delete from key_store.data_key where member_id = '" + grace + "'");

        var invited = reader.read(start + 1, start + 2, 1).getFirst();

        assertThat(((MemberInvited) invited.event()).name()).isNull();
        assertThat(((MemberInvited) invited.event()).inviter()).isEqualTo(new Inviter(ada, "Ada Lovelace", "ada@acme.example"));
        assertThat(invited.metadata().clientAddress()).isEqualTo(ADDRESS);
        assertThat(unreadable("lost")).isEqualTo(3);
        assertThat(log).contains("ERROR", "metadata/reason of the event at position " + (start + 2) + " cannot be read: its key is lost");
    }

    @Test
    void nothing_is_recorded_that_a_lost_key_would_have_to_seal() throws SQLException {
        asSuperuser("delete from key_store.data_key where member_id = '" + grace + "'");
        long keysBefore = keysThereAre();
        var started = new EventAppender(connections, FreshStore.keys());

        assertThatExceptionOfType(KeyLost.class)
                .isThrownBy(() -> append(started, ada, 2, new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN)));

        assertThat(reader.head()).isEqualTo(start + 5);
        assertThat(keysThereAre()).as("no other key instead").isEqualTo(keysBefore);
    }

    @Test
    void what_a_destroyed_key_sealed_is_erased_and_nobody_is_alarmed(CapturedOutput log) {
        assertThat(keys.destroy(jdbc, grace)).isTrue();

        var read = reader.read(start, Long.MAX_VALUE, 10);

        var invited = (MemberInvited) read.get(1).event();
        assertThat(invited.name()).isNull();
        assertThat(invited.email()).isNull();
        assertThat(invited.inviter()).isEqualTo(new Inviter(ada, "Ada Lovelace", "ada@acme.example"));
        assertThat(((InvitationAccepted) read.get(2).event()).identity()).isEqualTo(new Identity("github", null));
        assertThat(((ApiTokenCreated) read.get(3).event()).name()).isNull();
        assertThat(read).filteredOn(it -> it.position() > start + 1).extracting(it -> it.metadata().reason()).containsOnlyNulls();
        assertThat(unreadable("lost") + unreadable("damaged")).isZero();
        assertThat(log).doesNotContain("ERROR");
    }

    @Test
    void of_the_erased_nothing_is_recorded_any_more() {
        keys.destroy(jdbc, grace);

        append(grace, 2, new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN));

        assertThat(
                jdbc.sql("select metadata::text from event_store.event where position = ?").param(start + 6).query(String.class).single())
                .contains("\"reason\": null", "\"clientAddress\": null");
    }

    /** Another instance has destroyed the key, and this one remembers it for a while. */
    @Test
    void what_is_sealed_with_a_key_that_is_destroyed_meanwhile_is_erased_too() {
        FreshStore.keys().destroy(jdbc, ada);

        append(ada, 0, invitation(UUID.randomUUID()));

        assertThat(((MemberInvited) reader.read(start + 5, start + 6, 1).getFirst().event()).inviter())
                .isEqualTo(new Inviter(ada, null, null));
        assertThat(unreadable("lost") + unreadable("damaged")).isZero();
    }

    private double unreadable(String cause) {
        return meters.get("roster.personal.unreadable").tag("cause", cause).counter().count();
    }

    /** Who may do what no service may, when the trigger that refuses it is told to look away. */
    private void asSuperuser(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @AfterEach
    void leave() throws SQLException {
        superuser.close();
    }
}
