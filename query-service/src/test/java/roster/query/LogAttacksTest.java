package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.role.Role;
import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.recordlog.event.LogAlarm;
import roster.recordlog.event.TreeHead;

/** Changes that the owner of the database can make to recorded events and to the log, each of which is detected. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogAttacksTest {
    private static final String DIFFERENCES = "/components/reconciling/details/store-log/members";
    private static final List<String> TABLES = List.of("event_store.event", "record_log.progress", "record_log.tree",
            "record_log.recent_leaf",
            "record_log.tile", "record_log.head", "record_log.checkpoint", "record_log.alarm");

    private final Database database = FreshDatabase.create();
    private final Recorder recorder = new Recorder(database);
    private final Acme acme = Acme.named("attacked");
    private JdbcClient owner;
    private RunningService service;
    private long grace;

    @BeforeAll
    void start() {
        owner = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "postgres", database.passwords().superuser()));
        recorder.record(acme.id(), acme.founded());
        recorder.recordInVain(acme.id(), acme.invited(UUID.randomUUID(), "Mary Keller", Role.DEVELOPER));
        grace = recorder.record(acme.id(), acme.joined(UUID.randomUUID(), "Grace Hopper", Role.DEVELOPER)).getFirst().position();
        for (int i = 0; i < 300; i++) {
            recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Member " + i, Role.DEVELOPER));
        }
        service = RunningService.on(database, "roster.reconciler.share=1", "roster.reconciler.first=0s", "roster.reconciler.pause=50ms");
        assertThat(service.client().send("POST", "/admin/log/checkpoint").status()).isEqualTo(200);
        backUp();
        await().until(this::isRight);
    }

    private void backUp() {
        TABLES.forEach(it -> {
            var backup = "backup_of_" + it.replace('.', '_');
            owner.sql("drop table if exists " + backup).update();
            owner.sql("create table " + backup + " as table " + it).update();
        });
    }

    @AfterAll
    void stop() {
        service.close();
        recorder.close();
    }

    private void restore() {
        try (var connection = PerJvm.postgres().superuser(database.name()); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            for (var table : TABLES) {
                statement.execute("delete from " + table);
                statement.execute("insert into " + table + " select * from backup_of_" + table.replace('.', '_'));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void alter(String triggers) {
        List.of("event_store.event", "record_log.head", "record_log.checkpoint")
                .forEach(it -> owner.sql("alter table " + it + " " + triggers + " trigger append_only").update());
    }

    private Client.Response health() {
        return service.client().manage("/actuator/health/reconciler");
    }

    /** The views differ from what is restored, too. */
    private boolean isRight() {
        return health().body().at("/components/reconciling/details/store-log/differences").asInt(-1) == 0;
    }

    private String differences() {
        return health().body().at(DIFFERENCES).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
            "update event_store.event set payload = jsonb_set(payload, '{role}', '\"admin\"') where position = %d ~ (member.invited",
            "update event_store.event set metadata = metadata || '{\"correlationId\": \"x\"}' where position = %d ~ is not what was hashed",
            "update event_store.event set sealed = sealed || '\\x00' where position = %d                          ~ is not what was hashed",
            "update event_store.event set recorded_at = recorded_at - interval '1 day' where position = %d        ~ is not what was hashed",
            "update event_store.event set position = %d - 1 where position = %1$d                                 ~ was added after the log had passed",
            "delete from event_store.event where position = %d                                                    ~ is missing in the store",
            "delete from event_store.event where position > %d + 299                                              ~ is missing in the store",
            "update event_store.event e set position = 100000 + 2 * %d + 1 - position where position in (%1$d, %1$d + 1); "
                    + "update event_store.event set position = position - 100000 where position > 100000          ~ is not what was hashed"})
    void an_event_that_was_changed_is_named_and_no_longer_when_it_is_mended(String attack, String what, CapturedOutput log) {
        alter("disable");
        for (var statement : attack.formatted(grace).split(";", -1)) {
            assertThat(owner.sql(statement).update()).isPositive();
        }
        alter("enable");

        await().untilAsserted(() -> assertThat(differences()).contains(what));
        assertThat(health().status()).isEqualTo(503);
        assertThat(log).contains("store-log differ: ");

        restore();
        await().until(this::isRight);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
            "update record_log.tile set hashes = overlay(hashes placing '\\x00' from 100) where level = 0 and tree = '00000000-0000-0000-0000-000000000000' "
                    + "~ are not those that were signed",
            "update record_log.recent_leaf set hash = overlay(hash placing '\\x00' from 1) where tree = '00000000-0000-0000-0000-000000000000' and index = 260 "
                    + "~ the tree of all events is not what was signed",
            "update record_log.head set root = overlay(root placing '\\x00' from 1) where tree = '00000000-0000-0000-0000-000000000000' "
                    + "~ the tree of all events is not what was signed",
            "update record_log.recent_leaf set hash = overlay(hash placing '\\x00' from 1) where tree = 'ffffffff-ffff-ffff-ffff-ffffffffffff' "
                    + "~ the root log is not what was signed",
            "update record_log.checkpoint set note = replace(note, 'roster.localhost/log', 'other.localhost/log')  ~ the root log is not what was signed"})
    void trees_that_were_rewritten_do_not_have_the_signature(String attack, String what) {
        alter("disable");
        assertThat(owner.sql(attack).update()).isPositive();
        alter("enable");

        await().untilAsserted(() -> assertThat(differences()).contains(what));

        restore();
        await().until(this::isRight);
    }

    @Test
    void what_was_found_is_an_entry_of_the_log_once_and_stays_when_it_is_mended() {
        var position = grace + 1;
        var other = Acme.named("unharmed");
        var founded = recorder.record(other.id(), other.founded()).getLast();
        service.client().get(other.path() + "/members", "Consistency-Token", "" + founded.position());
        change("metadata || '{\"correlationId\": \"x\"}'", position);
        await().untilAsserted(() -> assertThat(differences()).contains("position " + position));
        await().until(() -> owner.sql("select count(*) from record_log.alarm where what like ?").param("%position " + position + " %")
                .query(Long.class).single() == 1);
        var signed = service.client().send("POST", "/admin/log/checkpoint").body();

        restoreEvents();
        await().until(this::isRight);
        change("metadata || '{\"correlationId\": \"y\"}'", position);
        await().untilAsserted(() -> assertThat(differences()).contains("position " + position));
        var again = service.client().send("POST", "/admin/log/checkpoint").body();

        assertThat(again.path("size")).as("logged once").isEqualTo(signed.path("size"));
        var alarms = alarms(acme).stream().filter(it -> it.what().contains("position " + position + " ")).toList();
        assertThat(alarms).hasSize(1).first().extracting(LogAlarm::what)
                .isEqualTo("the event at position " + position + " is not what was hashed");
        assertThat(entries(signed.path("size").asInt())).contains(HexFormat.of().formatHex(alarms.getFirst().entry()));
        assertThat(alarms(other)).as("of another organization").noneMatch(it -> it.what().contains("position " + position + " "));
        assertThatThrownBy(() -> owner.sql("delete from record_log.alarm").update()).hasStackTraceContaining("alarms are append-only");
        restoreEvents();
        await().until(this::isRight);
        backUp();
    }

    private void change(String metadata, long position) {
        alter("disable");
        assertThat(owner.sql("update event_store.event set metadata = " + metadata + " where position = ?").param(position).update())
                .isOne();
        alter("enable");
    }

    private void restoreEvents() {
        alter("disable");
        owner.sql("update event_store.event e set metadata = b.metadata from backup_of_event_store_event b where b.position = e.position")
                .update();
        alter("enable");
    }

    private List<LogAlarm> alarms(Acme of) {
        return service.client().file(of.path() + "/log/alarms", "application/x-ndjson").lines().map(new JsonMapper()::readTree)
                .map(it -> new LogAlarm(UUID.fromString(it.path("organizationId").asString(TreeHead.STORE.toString())),
                        it.path("number").asLong(), Instant.parse(it.path("foundAt").asString()), it.path("what").asString()))
                .toList();
    }

    private String entries(int size) {
        return HexFormat.of().formatHex(service.client().bytes("/log/tile/entries/000.p/" + size));
    }

    /** Events, trees and heads as of an earlier time, which the service would sign again. */
    @Test
    void nothing_is_signed_that_does_not_continue_what_was_signed_before_until_an_epoch_begins() {
        restore(); // without an alarm of another test, which is not signed yet
        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Linus", Role.DEVELOPER));
        var before = service.client().send("POST", "/admin/log/checkpoint").body();
        restore();
        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Barbara", Role.DEVELOPER));

        var refused = service.client().send("POST", "/admin/log/checkpoint");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/detail")).contains("Nothing is signed: the first ").contains("are not those that were signed");
        recorder.beginEpoch();
        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Mary", Role.DEVELOPER));
        var after = service.client().send("POST", "/admin/log/checkpoint");
        assertThat(before.path("checkpoint").asString()).startsWith("roster.localhost/log\n");
        assertThat(after.text("/checkpoint")).startsWith("roster.localhost/log/epoch-1\n");
        owner.sql("delete from event_store.epoch where number > 0").update();
        restore();
    }
}
