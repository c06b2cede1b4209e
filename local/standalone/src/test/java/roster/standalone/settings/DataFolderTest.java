package roster.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.contract.invitation.InvitationToken;

class DataFolderTest {
    @TempDir private Path folder;

    @Test
    void it_belongs_to_one_launcher_at_a_time() {
        try (var _ = DataFolder.own(folder)) {
            assertThatThrownBy(() -> DataFolder.own(folder)).isInstanceOf(StartFailure.class).message()
                    .contains(folder.toString(), "ROSTER_DATA");
        }
        DataFolder.own(folder).close();
    }

    @Test
    void what_was_done_once_is_remembered() {
        try (var data = DataFolder.own(folder)) {
            assertThat(data.isDone("acme")).isFalse();
            data.markDone("acme");
            assertThat(data.isDone("acme")).isTrue();
        }
    }

    @Test
    void secrets_are_made_up_once_and_for_the_owner_only() throws IOException {
        try (var data = DataFolder.own(folder)) {
            var secrets = Secrets.in(data);
            assertThat(Secrets.in(data)).isEqualTo(secrets);
            assertThat(Files.readString(folder.resolve("operator-token"))).isEqualTo(secrets.operatorToken() + "\n").hasSizeGreaterThan(32);
            assertThat(secrets.toString()).doesNotContain(secrets.operatorToken());
        }
        try (var files = Files.walk(folder)) {
            var kept = files.filter(file -> file.startsWith(folder.resolve("secrets")) || file.endsWith("operator-token"))
                    .filter(Files::isRegularFile).toList();
            assertThat(kept).hasSize(12).allSatisfy(
                    file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
    }

    @Test
    void secrets_of_two_folders_differ(@TempDir Path elsewhere) {
        try (var data = DataFolder.own(folder); var other = DataFolder.own(elsewhere)) {
            assertThat(Secrets.in(other).operatorToken()).isNotEqualTo(Secrets.in(data).operatorToken());
            var token = new InvitationToken(UUID.randomUUID(), UUID.randomUUID(), 1);
            var signed = Secrets.in(data).invitationSigner().sign(token);
            assertThat(Secrets.in(data).invitationSigner().verify(signed)).hasValue(token);
            assertThat(Secrets.in(other).invitationSigner().verify(signed)).isEmpty();
        }
    }
}
