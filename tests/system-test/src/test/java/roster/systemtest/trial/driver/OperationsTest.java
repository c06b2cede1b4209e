package roster.systemtest.trial.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import roster.local.PerJvm;
import roster.systemtest.trial.cluster.Credentials;

class OperationsTest {
    /** A question that is asked by POST, and what an operator does after a loss. */
    private static final Set<String> NO_COMMANDS = Set.of("invitation.lookup", "publisher.republish");

    @Test
    void the_load_has_every_command_of_the_document() throws Exception {
        var document = new JsonMapper().readTree(
                Files.readString(Path.of(System.getProperty("roster.root"), "docs/openapi/command-service.json")));
        var documented = new TreeSet<String>();
        document.path("paths").forEach(path -> path.forEach(it -> documented.add(it.path("operationId").asString())));
        documented.removeIf(it -> it.endsWith(".dryRun"));
        documented.removeAll(NO_COMMANDS);

        assertThat(new Operations(Credentials.random(), PerJvm.issuer()).names()).isEqualTo(documented);
    }
}
