package roster.recordlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.recordlog.merkle.Hash;

class LogProofTest {
    private static final byte[] ENTRY = "entry".getBytes(StandardCharsets.UTF_8);
    private static final Hash SIBLING = Hash.ofLeaf(new byte[0]);
    private static final SignedNote CHECKPOINT = SignedNote.sign(
            new Checkpoint("log.example", 2, Hash.ofNode(SIBLING, Hash.ofLeaf(ENTRY))).text(),
            List.of(NoteSigner.ofLog("log.example", new byte[32])));

    @Test
    void a_proof_is_read_as_it_is_written_and_leads_to_its_checkpoint() {
        var proof = new LogProof(1, List.of(SIBLING), CHECKPOINT);

        assertThat(LogProof.parse(proof.toString())).isEqualTo(proof);
        assertThat(LogProof.parse(proof.with(new byte[]{1}))).isEqualTo(proof);
        assertThat(proof.proves(ENTRY)).isTrue();
        assertThat(proof.proves(new byte[0])).isFalse();
        assertThat(new LogProof(0, List.of(SIBLING), CHECKPOINT).proves(ENTRY)).isFalse();
        assertThat(new LogProof(1, List.of(), CHECKPOINT).proves(ENTRY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2sp.org/tlog-proof@v2\nindex 1\n\n", "c2sp.org/tlog-proof@v1\n\n", "c2sp.org/tlog-proof@v1\nindex 01\n\n",
            "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\n", "c2sp.org/tlog-proof@v1\nindex 1\n\nno note"})
    void what_is_no_proof_is_rejected(String text) {
        assertThatThrownBy(() -> LogProof.parse(text)).isInstanceOf(MalformedNote.class);
    }
}
