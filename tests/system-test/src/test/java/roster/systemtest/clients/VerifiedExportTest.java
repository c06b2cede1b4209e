package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.LogProof;
import roster.systemtest.running.Await;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** {@code roster-verify.jar} against the files of query-service. */
@OnSharedRoster
class VerifiedExportTest {
    private static final Path JAR = Path.of(System.getProperty("roster.root"), "verify/target/roster-verify.jar");
    private static final String NDJSON = "application/x-ndjson";

    @TempDir private Path folder;

    @Test
    void an_organization_is_verified_before_and_after_an_erasure_and_not_with_an_edited_event(Roster roster) throws Exception {
        var organization = CopiedOrganization.of(roster);
        var member = organization.live();
        var log = SignedLog.of(roster);
        export(log, organization);
        Files.copy(folder.resolve("checkpoint"), folder.resolve("older"));
        assertThat(verify(log)).endsWith("status 0").doesNotContain("WRONG");

        var certificate = organization.erase(member);
        export(log, organization);
        var proof = URI.create(certificate.text("/proof"));
        assertThat(proof.toString()).startsWith(roster.address("QUERY").toString());
        write("proof", log.get(proof.getPath() + "?" + proof.getQuery(), "application/json"));

        assertThat(verify(log, "--older", folder.resolve("older").toString(), "--proof", folder.resolve("proof").toString()))
                .endsWith("status 0").doesNotContain("WRONG")
                .contains("member.erased of " + member + " at position " + certificate.text("/position"))
                .contains("data is missing of 1 members only, who were erased", "the list follows from the events",
                        "there is no head after the newest one", "there is no alarm about the organization");
        var note = new String(log.get("/log/checkpoint", "text/plain"), StandardCharsets.UTF_8);
        Await.until(() -> roster.kafka().checkpoints().contains(note));
        var entries = Files.readString(folder.resolve("entries"));
        Files.writeString(folder.resolve("entries"),
                entries.replaceFirst("\\\\\"role\\\\\": \\\\\"developer\\\\\"", "\\\\\"role\\\\\": \\\\\"admin\\\\\""));
        assertThat(Files.readString(folder.resolve("entries"))).isNotEqualTo(entries);
        assertThat(verify(log)).endsWith("status 1").contains("its content is not what was hashed");
    }

    private void export(SignedLog log, CopiedOrganization organization) throws IOException {
        log.sign();
        var path = "/organizations/" + organization.id();
        write("checkpoint", log.get(path + "/log/checkpoint", "application/json"));
        write("entries", log.get(path + "/log/entries", NDJSON));
        write("heads", log.get(path + "/log/heads", NDJSON));
        write("alarms", log.get(path + "/log/alarms", NDJSON));
        write("events", log.get(path + "/events", NDJSON));
        write("members", log.get(path + "/members?limit=200", "application/json"));
        var proof = LogProof.parse(new JsonMapper().readTree(folder.resolve("checkpoint").toFile()).path("proof").asString());
        write("root-entries", log.rootEntries(Checkpoint.parse(proof.checkpoint().text()).size()));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    /** The output, and then the status. */
    private String verify(SignedLog log, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar", JAR.toString(), "--key",
                        log.key()));
        for (var name : List.of("checkpoint", "entries", "heads", "root-entries", "alarms", "events", "members")) {
            command.addAll(List.of("--" + name, folder.resolve(name).toString()));
        }
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "status " + process.waitFor();
    }
}
