package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.role.Role;
import roster.recordlog.merkle.Hash;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.NoteSigner;
import roster.recordlog.note.SignedNote;

class WitnessTest {
    private static final NoteSigner LOG = NoteSigner.ofLog("roster.localhost/log", Base64.getDecoder().decode(FreshDatabase.LOG_KEYS));

    private final Acme acme = Acme.named("witnessed");

    @TempDir private Path folder;

    @Test
    void cosigns_each_checkpoint_of_a_log_that_grows_and_none_of_one_that_was_forked_with_the_stolen_key() throws Exception {
        var database = FreshDatabase.create();
        try (var witness = new TestWitness(LOG.verifier());
                var recorder = new Recorder(database);
                var service = RunningService.on(database, "ROSTER_LOG_WITNESSES=" + witness.key() + "@" + witness.url(),
                        "ROSTER_LOG_FOLDER=" + folder)) {
            recorder.record(acme.id(), acme.founded());
            cosigned(service, witness);
            recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Grace", Role.DEVELOPER));
            var newest = cosigned(service, witness);
            var size = Checkpoint.parse(newest.text()).size();

            assertThat(new JsonMapper().readTree(service.client().page("/log/keys").body()).path("witnesses"))
                    .extracting(JsonNode::asString)
                    .containsExactly(witness.key().toString());
            assertThat(ask(witness, size, new Checkpoint("roster.localhost/log", size, Hash.ofLeaf(new byte[0])))).isEqualTo(422);
            assertThat(ask(witness, size, new Checkpoint("roster.localhost/log", size - 1, Hash.EMPTY))).isEqualTo(400);
            assertThat(ask(witness, 0, new Checkpoint("roster.localhost/log", size + 1, Hash.EMPTY))).isEqualTo(409);
            assertThat(SignedNote.parse(Files.readString(folder.resolve("checkpoint"))).text()).as("outside the database")
                    .isEqualTo(newest.text());
            try (var files = Files.list(folder)) {
                assertThat(files.map(it -> it.getFileName().toString())).as("with the last one of each day").hasSizeGreaterThan(1)
                        .allMatch(it -> it.matches("checkpoint(-\\d{4}-\\d\\d-\\d\\d)?"));
            }
        }
    }

    private static SignedNote cosigned(RunningService service, TestWitness witness) {
        assertThat(service.client().send("POST", "/admin/log/checkpoint").status()).isEqualTo(200);
        return await().until(() -> SignedNote.parse(service.client().page("/log/checkpoint").body()), it -> it.isSignedBy(witness.key()));
    }

    /** As one who has the key of the log. */
    private static int ask(TestWitness witness, long old, Checkpoint forged) throws IOException, InterruptedException {
        var note = SignedNote.sign(forged.text(), List.of(LOG));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
                .POST(BodyPublishers.ofString("old " + old + "\n\n" + note)).build(), BodyHandlers.ofString()).statusCode();
    }
}
