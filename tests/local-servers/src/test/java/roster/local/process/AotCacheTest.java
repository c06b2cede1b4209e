package roster.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    @TempDir private Path folder;
    private Path program;
    private Path library;
    private AotCache cache;

    @BeforeEach
    void build() throws IOException {
        program = Files.createFile(folder.resolve("program.jar"));
        library = Files.createFile(Files.createDirectory(folder.resolve("lib")).resolve("library.jar"));
        cache = AotCache.in(folder, "program", program, folder.resolve("lib"));
    }

    @Test
    void it_belongs_to_one_version_of_the_jdk() {
        assertThat(cache.file()).hasFileName("program-" + Runtime.version() + ".aot");
    }

    @Test
    void it_is_stale_when_the_program_or_a_library_is_younger() throws IOException {
        assertThat(cache.isFresh()).isFalse();
        Files.writeString(cache.file(), "cache");
        assertThat(cache.isFresh()).isTrue();
        for (var jar : List.of(program, library)) {
            var before = Files.getLastModifiedTime(jar);
            Files.setLastModifiedTime(jar, FileTime.from(Files.getLastModifiedTime(cache.file()).toInstant().plusSeconds(1)));
            assertThat(cache.isFresh()).as(jar.toString()).isFalse();
            assertThat(cache.flags()).isEmpty();
            Files.setLastModifiedTime(jar, before);
        }
        assertThat(cache.flags()).contains("-XX:AOTCache=" + cache.file());
    }

    @Test
    void a_training_run_that_wrote_none_is_not_repeated() {
        cache.finish();
        assertThat(cache.isFresh()).isTrue();
        assertThat(cache.flags()).isEmpty();
    }

    @Test
    void a_cache_that_does_not_fit_is_ignored_in_silence() throws IOException {
        Files.writeString(cache.file(), "not a cache");
        assertThat(run(cache.flags())).doesNotContainIgnoringCase("aot");
    }

    private String run(List<String> flags) {
        var command = new ArrayList<>(JavaProgram.command());
        command.addAll(flags);
        command.add("--version");
        var java = ChildProcess.start(folder, "java", command, Map.of());
        assertThat(java.await()).as(java.lastWords()).isZero();
        return java.lastWords();
    }
}
