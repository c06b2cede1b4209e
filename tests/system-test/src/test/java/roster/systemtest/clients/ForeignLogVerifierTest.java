package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** Sigstore's implementation of checkpoints and Merkle proofs, run by {@code log-verify.js}, verifies the signed log. */
@OnSharedRoster
@Tag("nightly")
class ForeignLogVerifierTest {
    private final Tool tool = Node.in("log").with("log-verify.js");

    @Test
    void verifies_every_proof_and_no_other_leaf(Roster roster) {
        var organization = CopiedOrganization.of(roster);
        organization.erase(organization.live());
        var log = SignedLog.of(roster);
        log.sign();
        var environment = Map.of("QUERIES", roster.address("QUERY"), "TOKEN", roster.operatorToken(), "ORGANIZATION", organization.id(),
                "KEY",
                log.key());

        tool.run(environment, "node", "log-verify.js");

        assertThat(tool.output()).containsPattern("\\d\\d proofs verified");
        var spoiled = new HashMap<>(environment);
        spoiled.put("SPOILED", "yes");
        assertThatThrownBy(() -> tool.run(spoiled, "node", "log-verify.js")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("calculated root hash does not match");
    }
}
