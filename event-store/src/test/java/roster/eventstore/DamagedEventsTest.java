package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.sealing.KeyLost;

/** Reads events whose keys or rows were damaged, changed or deleted. */
@ExtendWith(OutputCaptureExtension.class)
class DamagedEventsTest extends RecordedJourney {
    /** Offset of the first field of an invitation: after the ids of its two members. */
    private static final int NAME = 1 + 2 * 16 + 3;

    DamagedEventsTest() throws SQLException {}

    /** Offsets in the nonce, the text and the tag. */
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
        int length = jdbc.sql("select length(sealed) from event_store.event where position = ?").param(start + 2).query(Integer.class)
                .single();

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

    /** The pointers of the personal fields that are not null. */
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
}
