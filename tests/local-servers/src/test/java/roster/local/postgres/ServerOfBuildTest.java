package roster.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.PerJvm;
import roster.local.process.Ports;

class ServerOfBuildTest {
    @TempDir Path folder;

    @Test
    @Tag("nightly")
    void test_jvms_of_a_build_share_a_server_that_leaves_with_the_build() throws Exception {
        var build = new ProcessBuilder("sleep", "1000").start();
        try {
            var own = folder.resolve("build");
            var other = CompletableFuture.supplyAsync(() -> LocalPostgres.ofBuild(build.toHandle(), own, PerJvm.programs()));
            var one = LocalPostgres.ofBuild(build.toHandle(), own, PerJvm.programs());
            assertThat(other.get().port()).isEqualTo(one.port());
            assertThat(one.freshDatabase().jdbcUrl()).isNotEqualTo(PerJvm.postgres().freshDatabase().jdbcUrl());
            assertThatIllegalStateException().isThrownBy(one::kill);

            build.destroyForcibly();

            await().until(() -> !Files.exists(own) && !Ports.accepts(one.port()));
        } finally {
            build.destroyForcibly();
        }
    }
}
