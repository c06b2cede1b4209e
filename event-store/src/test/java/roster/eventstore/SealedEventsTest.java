package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.role.Role;
import roster.eventstore.sealing.SealedFields;

/** Stored form of an event with personal fields, and what is read back. */
@ExtendWith(OutputCaptureExtension.class)
class SealedEventsTest extends RecordedJourney {
    SealedEventsTest() throws SQLException {}

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

    @Test
    void what_a_destroyed_key_sealed_is_erased_without_an_alarm(CapturedOutput log) {
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

    /** Another instance has destroyed the key, and this one still has it in its cache. */
    @Test
    void what_is_sealed_with_a_key_that_is_destroyed_meanwhile_is_erased_too() {
        FreshStore.keys().destroy(jdbc, ada);

        append(ada, 0, invitation(UUID.randomUUID()));

        assertThat(((MemberInvited) reader.read(start + 5, start + 6, 1).getFirst().event()).inviter())
                .isEqualTo(new Inviter(ada, null, null));
        assertThat(unreadable("lost") + unreadable("damaged")).isZero();
    }
}
