package roster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.recordlog.event.LogAlarm;
import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.LoggedEvent.Sealed;
import roster.recordlog.event.TreeHead;

class VerifyCommandTest {
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID GRACE = new UUID(1, 2);
    private static final UUID MARY = new UUID(1, 3);
    private static final Organization ACME = new Organization(RecordedOrganization.ID, "acme", "Acme", null);

    private final RecordedOrganization acme = new RecordedOrganization();
    private Audit audit;

    @BeforeEach
    void record(@TempDir Path folder) {
        audit = new Audit(folder);
        acme.record(invited(ADA, "Ada", Role.ADMIN), invited(GRACE, "Grace", Role.DEVELOPER));
        var first = audit.sign(acme);
        audit.write("older", audit.log.checkpoint(first));
        acme.record(new MemberRoleChanged(GRACE, Role.DEVELOPER, Role.ADMIN), invited(MARY, "Mary", Role.DEVELOPER));
        audit.sign(acme);
        audit.export(acme);
    }

    private static MemberInvited invited(UUID member, String name, Role role) {
        return new MemberInvited(member, ACME, UUID.randomUUID(), name, name + "@acme.example", role, null,
                Instant.parse("2026-11-08T12:00:00Z"));
    }

    private Audit.Result all() {
        return audit.verify("--older", audit.path("older"), "--witness", RootLog.WITNESS.verifier().toString(), "--events",
                audit.path("events"),
                "--members", audit.path("members"));
    }

    private void assertWrong(String what) {
        var result = all();
        assertThat(result.output()).contains(what).contains("NOT VERIFIED");
        assertThat(result.status()).isEqualTo(1);
    }

    private void store(int index, LoggedEvent event) {
        acme.stored.set(index, event);
        audit.write("entries", acme.entries());
    }

    @Test
    void what_was_signed_is_verified() {
        var result = all();

        assertThat(result.output()).contains("all 4 are those that were signed, and none is missing", "there is no head after the newest",
                "there is no alarm about the organization", "there is no alarm about the log itself",
                "cosigned by the witness witness.example", "all 4 events have the data of the store", "the list follows from the events")
                .endsWith("verified\n").doesNotContain("WRONG");
        assertThat(result.status()).isZero();
    }

    @Test
    void an_event_that_was_edited_is_named_whatever_was_changed() {
        var was = acme.stored.get(2);
        for (var changed : List.of(
                new LoggedEvent(was.position(), was.eventId(), was.aggregateId(), was.organizationId(), was.sequence(), was.type(),
                        was.revision(), was.recordedAt(), was.payload().replace("developer", "admin"), was.metadata(), was.sealed()),
                new LoggedEvent(was.position(), was.eventId(), was.aggregateId(), was.organizationId(), was.sequence(), was.type(),
                        was.revision(), was.recordedAt(), was.payload(), "{\"actor\": \"somebody\"}", was.sealed()),
                new LoggedEvent(was.position(), was.eventId(), was.aggregateId(), was.organizationId(), was.sequence(), was.type(),
                        was.revision(), was.recordedAt().minusSeconds(1), was.payload(), was.metadata(), was.sealed()),
                new LoggedEvent(was.position(), was.eventId(), was.aggregateId(), was.organizationId(), was.sequence(), was.type(),
                        was.revision(), was.recordedAt(), was.payload(), was.metadata(), new Sealed(new byte[]{1})))) {
            store(2, changed);
            assertWrong(
                    "event 2 (position 7, member.role_changed, id 00000000-0000-0007-0000-000000000002): its content is not what was hashed");
        }
    }

    @Test
    void events_that_were_exchanged_or_deleted_are_named() {
        var entries = acme.entries();
        var one = acme.stored.get(1);
        var other = acme.stored.get(3);
        acme.stored.set(1, other.at(one.position()));
        acme.stored.set(3, one.at(other.position()));
        audit.write("entries", acme.entries());
        assertWrong("event 1 (position 4, member.invited, id 00000000-0000-0007-0000-000000000003): it is what was hashed as event 3");

        audit.write("entries", List.of(entries.get(0), entries.get(2), entries.get(3)));
        assertThat(all().status()).isEqualTo(3);
        audit.write("entries", entries.subList(0, 3));
        assertWrong("the file ends after 3 of 4 events");
    }

    @Test
    void a_tail_that_was_cut_with_its_tree_is_found_by_the_older_checkpoint_and_by_the_root_log() {
        acme.record(new MemberDeleted(MARY, MemberStatus.INVITED));
        audit.write("later", audit.log.checkpoint(audit.sign(acme)));
        acme.stored.removeLast();
        acme.hashes.removeLast();
        audit.heads().removeLast();
        audit.export(acme);

        assertThat(audit.verify("--older", audit.path("later")).output()).contains("later has 5 events, more than the checkpoint");
        assertThat(audit.verify().output()).contains("root log: there is a head after the one of the checkpoint");
    }

    /** Events, tree and root log, with the key of the log. */
    @Test
    void a_log_that_was_rewritten_with_the_stolen_key_is_found_by_an_older_checkpoint_and_by_the_witness() {
        var rewritten = new RecordedOrganization();
        rewritten.record(invited(ADA, "Ada", Role.ADMIN), invited(GRACE, "Grace", Role.ADMIN), invited(MARY, "Mary", Role.DEVELOPER));
        var other = new Audit(Path.of(audit.path("")));
        other.sign(rewritten);
        other.log.withoutWitness();
        other.export(rewritten);

        assertThat(other.verify().status()).as("nothing is wrong with it by itself").isZero();
        assertThat(other.verify("--older", audit.path("older")).output()).contains("WRONG").contains("the root of older");
        assertThat(other.verify("--witness", RootLog.WITNESS.verifier().toString()).output())
                .contains("it is not cosigned by the witness witness.example");
    }

    @Test
    void a_second_history_that_was_appended_to_the_log_is_found_in_the_root_log() {
        var forked = new RecordedOrganization();
        forked.record(invited(ADA, "Ada", Role.ADMIN), invited(GRACE, "Grace", Role.ADMIN));
        audit.heads().clear();
        audit.sign(forked);
        audit.export(forked);

        var result = audit.verify("--witness", RootLog.WITNESS.verifier().toString());

        assertThat(result.output()).contains("are two different heads with the same number: the log is forked");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void what_the_service_has_found_itself_cannot_be_denied() throws IOException {
        var found = new LogAlarm(RecordedOrganization.ID, 1, Instant.parse("2026-11-09T12:00:00.5Z"),
                "the event at position 7 is not what was hashed");
        audit.log.add(found);
        audit.log.add(new LogAlarm(TreeHead.STORE, 1, found.foundAt(), "the root log is not what was signed"));
        audit.log.add(new LogAlarm(new UUID(1, 9), 1, found.foundAt(), "the event at position 9 is missing in the store"));
        audit.export(acme);
        audit.write("alarms", """
                {"organizationId":"%s","number":1,"foundAt":"2026-11-09T12:00:00.500Z","what":"the event at position 7 is not what was hashed","index":4}
                """.formatted(RecordedOrganization.ID));

        var told = audit.verify("--alarms", audit.path("alarms"));

        assertThat(told.output()).contains("ALARM      root log: entry 4 is alarm 1 about the organization, of 2026-11-09T12:00:00.500Z: "
                + "the event at position 7 is not what was hashed\n",
                "ALARM      root log: entry 5 is alarm 1 about the log itself, of which --alarms has no text\n")
                .doesNotContain("position 9");
        assertThat(told.status()).as("it is mended").isZero();
        assertThat(audit.verify().output()).contains("alarm 1 about the organization, of which --alarms has no text");
        audit.write("alarms", Files.readString(Path.of(audit.path("alarms"))).replace("position 7", "position 8"));
        assertThat(audit.verify("--alarms", audit.path("alarms")).output())
                .contains("alarm 1 about the organization, of which --alarms has no text")
                .doesNotContain("position 8");
    }

    @Test
    void a_log_signed_by_another_key_is_not_verified() {
        audit.log.signWith(RootLog.OTHER_KEY);
        audit.export(acme);

        assertWrong("it is not signed by the key that was given");
        assertThat(audit.verify("--key", RootLog.OTHER_KEY.verifier().toString()).status()).as("after a change of keys").isZero();
    }

    @Test
    void an_erased_name_is_told_from_a_missing_one() {
        acme.record(new MemberDeleted(GRACE, MemberStatus.INVITED), new MemberErased(GRACE));
        audit.sign(acme);
        audit.export(acme);
        assertThat(all().output()).contains("data is missing of 1 members only, who were erased").endsWith("verified\n");

        audit.write("events", acme.feed().stream().map(it -> it.replace(",\"email\":\"Mary@acme.example\"", "")).toList());
        assertWrong("event 3 (position 10, member.invited, id 00000000-0000-0007-0000-000000000003): personal data of member " + MARY
                + " is missing, and no event says that it was erased");
    }

    @Test
    void an_export_or_a_list_of_members_that_does_not_follow_from_the_events_is_found() {
        audit.write("events", acme.feed().stream().map(it -> it.replace("\"role\":\"developer\"", "\"role\":\"admin\"")).toList());
        assertWrong(
                "event 1 (position 4, member.invited, id 00000000-0000-0007-0000-000000000001): the export has other data than the store");
        audit.write("events", acme.feed().subList(1, 4));
        assertWrong("the export has the event at position 4 where event 0");
        audit.write("events", acme.feed());
        audit.write("members", acme.members().replace("\"admin\"", "\"developer\""));
        assertWrong("members: " + ADA + " is developer, invited, version 0, and by the events admin, invited, version 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--unknown x", "--key", "--key nonsense", "--entries a --checkpoint b"})
    void wrong_arguments_have_a_status_of_their_own(String arguments) {
        var result = audit.run(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("Usage:");
    }
}
