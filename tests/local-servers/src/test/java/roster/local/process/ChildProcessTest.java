package roster.local.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.Patience;

class ChildProcessTest {
    private static final List<String> LIVES_LONG = List.of("sleep", "1000");
    @TempDir private Path folder;

    @Test
    void children_leave_when_their_parent_is_killed() throws Exception {
        var server = new ProcessBuilder(LIVES_LONG).start();
        var parent = new ProcessBuilder(JavaProgram.command("-cp", System.getProperty("java.class.path"), Parent.class.getName(),
                folder.toString(), String.valueOf(server.pid()))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var child = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        assertThat(server.isAlive()).isTrue();

        parent.destroyForcibly();

        child.onExit().get(Patience.LIMIT.toSeconds(), SECONDS);
        assertThat(server.waitFor(Patience.LIMIT)).isTrue();
    }

    @Test
    void a_child_is_deaf_to_the_interrupt_of_a_terminal() throws Exception {
        try (var child = ChildProcess.start(folder, "child", List.of("sh", "-c", "echo ready; exec sleep 1000"), Map.of())) {
            await().until(() -> child.lastWords().equals("ready"));
            new ProcessBuilder("kill", "-INT", String.valueOf(child.pid())).start().waitFor();
            assertThat(child.exit()).failsWithin(Duration.ofMillis(200));
            child.stop(Duration.ofSeconds(5));
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void one_that_does_not_leave_when_asked_is_killed() {
        var child = ChildProcess.start(folder, "child", List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"),
                Map.of());
        await().until(() -> child.lastWords().equals("deaf"));
        child.stop(Duration.ofMillis(100));
        assertThat(child.await()).isEqualTo(137);
    }

    @Test
    void one_that_takes_its_time_to_leave_is_given_what_it_was_granted() {
        var child = ChildProcess.start(folder, "child",
                List.of("sh", "-c", "trap 'sleep 6; exit 3' TERM; echo ready; while :; do sleep 0.1; done"), Map.of());
        await().until(() -> child.lastWords().equals("ready"));
        child.stop(Duration.ofSeconds(60));
        assertThat(child.await()).isEqualTo(3);
    }

    @Test
    void an_orphan_is_found_and_ended() {
        var orphan = ChildProcess.start(folder, "child", LIVES_LONG, Map.of());
        ChildProcess.endOrphan(folder, "child");
        assertThat(orphan.exit()).succeedsWithin(Patience.LIMIT);
    }

    @Test
    void another_process_with_the_pid_of_an_orphan_is_not_ended() throws IOException {
        try (var stranger = ChildProcess.start(folder, "stranger", LIVES_LONG, Map.of())) {
            Files.writeString(folder.resolve("child.pid"), stranger.pid() + " since 2001-01-01T00:00:00Z\n");
            ChildProcess.endOrphan(folder, "child");
            assertThat(stranger.isAlive()).isTrue();
        }
    }

    @Test
    void its_last_words_are_kept() {
        var child = ChildProcess.start(folder, "child", List.of("sh", "-c", "echo out; echo $WORD >&2; exit 3"), Map.of("WORD", "err"));
        assertThat(child.await()).isEqualTo(3);
        assertThat(child.lastWords()).isEqualTo("out\nerr");
    }

    @Test
    void a_port_is_taken_when_a_program_listens_there_on_any_address() throws IOException {
        try (var everywhere = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.requireFree(everywhere.getLocalPort())).isInstanceOf(PortTaken.class)
                    .hasMessage("port %d on 127.0.0.1 is taken by another program", everywhere.getLocalPort());
        }
    }
}
