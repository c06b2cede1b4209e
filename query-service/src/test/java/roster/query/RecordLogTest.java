package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;
import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.MerkleProof;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.LogProof;
import roster.recordlog.note.SignedNote;
import roster.recordlog.note.VerifierKey;

/** Checks what the API answers with the verification of the module record-log only. */
@OwnServiceTest
class RecordLogTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final VerifierKey KEY = VerifierKey.parse("roster.localhost/log+53ede2b5+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");

    private final Acme acme = Acme.named("log");
    private final Acme other = Acme.named("other");
    private final UUID grace = UUID.randomUUID();
    private final List<RecordedEvent> recorded = new ArrayList<>();

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeEach
    void record() {
        recorded.addAll(recorder.record(acme.id(), acme.founded()));
        recorder.record(other.id(), other.founded());
        recorder.recordInVain(acme.id(), acme.invited(UUID.randomUUID(), "Mary Keller", Role.DEVELOPER));
        recorded.addAll(recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER)));
    }

    private JsonNode signed() {
        var written = client.send("POST", "/admin/log/checkpoint");
        assertThat(written.status()).as(written.body().toString()).isEqualTo(200);
        return written.body();
    }

    private JsonNode checkpoint() {
        var answer = client.get(acme.path() + "/log/checkpoint");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** The head that the root log has, whose checkpoint is signed. */
    private static Checkpoint proven(JsonNode checkpoint, Acme of) {
        var proof = LogProof.parse(checkpoint.path("proof").asString());
        var head = Checkpoint.parse(checkpoint.path("checkpoint").asString());
        var entry = new TreeHead(of.id(), checkpoint.path("number").asLong(), head).entry();
        assertThat(proof.checkpoint().isSignedBy(KEY)).isTrue();
        assertThat(proof.proves(entry)).isTrue();
        assertThat(head.origin()).isEqualTo("roster.localhost/log/organizations/" + of.id());
        return head;
    }

    private static List<Hash> hashes(JsonNode path) {
        return path.valueStream().map(it -> Hash.ofBase64(it.asString())).toList();
    }

    private List<JsonNode> lines(String path) {
        return client.file(acme.path() + path, "application/x-ndjson").lines().map(JSON::readTree).toList();
    }

    @Test
    void each_event_of_an_organization_has_a_proof_that_leads_to_the_signed_checkpoint() {
        signed();
        var head = proven(checkpoint(), acme);

        assertThat(head.size()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            var proof = client.get(acme.path() + "/log/proof?event=" + recorded.get(i).eventId()).body();
            var leaf = Hash.ofLeaf(Base64.getDecoder().decode(proof.path("leaf").asString()));

            assertThat(proof.path("index").asInt()).isEqualTo(i);
            assertThat(proof.path("position").asString()).isEqualTo("" + recorded.get(i).position());
            assertThat(proven(proof.path("checkpoint"), acme)).isEqualTo(head);
            assertThat(MerkleProof.isIncluded(leaf, i, 5, hashes(proof.path("path")), head.root())).isTrue();
        }
    }

    @Test
    void an_event_is_not_in_the_log_before_a_checkpoint_and_the_tree_only_grows() {
        signed();
        var before = proven(checkpoint(), acme);
        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Linus", Role.DEVELOPER));
        var late = recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Barbara", Role.DEVELOPER)).getLast();
        assertThat(client.get(acme.path() + "/log/proof?event=" + late.eventId()).status()).isEqualTo(404);

        signed();

        var after = proven(checkpoint(), acme);
        assertThat(after.size()).isEqualTo(7);
        var proof = client.get(acme.path() + "/log/consistency?from=5").body();
        assertThat(MerkleProof.isConsistent(5, before.root(), 7, after.root(), hashes(proof.path("path")))).isTrue();
        assertThat(client.get(acme.path() + "/log/consistency?from=5&to=8").wrong()).isEqualTo("to");
        assertThat(client.get(acme.path() + "/log/consistency?from=6&to=5").wrong()).isEqualTo("from");
        assertThat(client.get(acme.path() + "/log/consistency?from=-1").status()).isEqualTo(400);
        assertThat(client.get(acme.path() + "/log/proof?event=" + late.eventId()).status()).isEqualTo(200);
        assertThat(lines("/log/heads").stream().map(it -> it.path("size").asLong()).toList()).endsWith(5L, 7L);
    }

    @Test
    void entries_are_all_of_the_tree_and_erasure_changes_none() {
        signed();
        var entries = lines("/log/entries");
        var before = proven(checkpoint(), acme);
        recorder.record(acme.id(), new MemberDeleted(grace, MemberStatus.ACTIVE), new MemberErased(grace));
        signed();

        assertThat(lines("/log/entries").subList(0, 5)).isEqualTo(entries);
        assertThat(lines("/log/entries?from=3").stream().map(it -> it.path("index").asInt()).toList()).containsExactly(3, 4, 5, 6);
        assertThat(root(entries)).isEqualTo(before.root());
        assertThat(root(lines("/log/entries"))).isEqualTo(proven(checkpoint(), acme).root());
        assertThat(entries.toString()).doesNotContain("Hopper").contains("member.invited");
    }

    private static Hash root(List<JsonNode> entries) {
        var range = new CompactRange();
        entries.forEach(it -> range.append(LoggedLine.event(it).hash()));
        return range.root();
    }

    @Test
    void the_root_log_can_be_checked_by_anybody_and_names_nobody() {
        var written = signed();
        var note = client.page("/log/checkpoint");
        var size = (int) Checkpoint.parse(note.body().substring(0, note.body().indexOf("\n\n") + 1)).size();
        var entries = client.page("/log/tile/entries/000.p/" + size).body();

        assertThat(note.body()).isEqualTo(written.path("checkpoint").asString());
        assertThat(SignedNote.parse(note.body()).isSignedBy(KEY)).isTrue();
        assertThat(JSON.readTree(client.page("/log/keys").body())).hasToString("""
                {"origin":"roster.localhost/log","keys":["%s"],"witnesses":[]}""".formatted(KEY));
        assertThat(note.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        var tile = client.bytes("/log/tile/0/000.p/" + size);
        var bundle = client.bytes("/log/tile/entries/000.p/" + size);
        var range = new CompactRange();
        for (int i = 0; i < size; i++) {
            var entry = Arrays.copyOfRange(bundle, i * 66 + 2, (i + 1) * 66);
            assertThat(Hash.ofLeaf(entry)).isEqualTo(Hash.at(tile, i));
            range.append(Hash.ofLeaf(entry));
        }
        assertThat(range.root()).isEqualTo(Checkpoint.parse(SignedNote.parse(note.body()).text()).root());
        assertThat(entries).doesNotContain(acme.id().toString());
        for (var path : List.of("000", "000.p/256", "000.p/" + (size + 1), "001.p/1", "0", "x000/000", "000.p/0")) {
            assertThat(client.page("/log/tile/0/" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nothing_of_another_organization_is_answered() {
        signed();
        var foreign = recorder.record(other.id(), other.invited(UUID.randomUUID(), "Mallory", Role.ADMIN)).getLast().eventId();
        signed();
        var developer = UUID.randomUUID();
        var last = recorder.record(acme.id(), acme.joined(developer, "Dev", Role.DEVELOPER)).getLast();
        client.get(acme.path() + "/members", "Consistency-Token", "" + last.position());

        assertThat(client.get(acme.path() + "/log/proof?event=" + foreign).status()).isEqualTo(404);
        for (var path : List.of("/log/checkpoint", "/log/proof?event=" + foreign, "/log/consistency?from=1", "/log/entries",
                "/log/heads")) {
            assertThat(client.asPerson(developer.toString()).get(acme.path() + path).status()).as(path).isEqualTo(403);
            assertThat(client.asPerson("stranger").get(acme.path() + path).status()).as(path).isEqualTo(404);
        }
        assertThat(client.asPerson(acme.ada().toString()).get(acme.path() + "/log/checkpoint").status()).isEqualTo(200);
        assertThat(lines("/log/entries").stream().map(it -> it.path("organizationId").asString())).containsOnly(acme.id().toString());
    }

    @Test
    void large_trees_have_proofs_and_gaps_of_positions_are_none() {
        var members = 300;
        for (int i = 0; i < members; i++) {
            recorded.addAll(recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Member " + i, Role.DEVELOPER)));
            if (i % 100 == 0) {
                recorder.recordInVain(acme.id(), acme.invited(UUID.randomUUID(), "Mary Keller", Role.DEVELOPER));
                signed();
            }
        }
        signed();

        var head = proven(checkpoint(), acme);
        assertThat(head.size()).isEqualTo(members + 5);
        assertThat(root(lines("/log/entries"))).isEqualTo(head.root());
        for (var i : List.of(0, 4, 255, 256, members + 4)) {
            var proof = client.get(acme.path() + "/log/proof?event=" + recorded.get(i).eventId()).body();
            var leaf = Hash.ofLeaf(Base64.getDecoder().decode(proof.path("leaf").asString()));
            assertThat(MerkleProof.isIncluded(leaf, i, head.size(), hashes(proof.path("path")), head.root())).as("%d", i).isTrue();
        }
        for (var heads : lines("/log/heads")) {
            var size = heads.path("size").asLong();
            var proof = client.get(acme.path() + "/log/consistency?from=" + size).body();
            assertThat(MerkleProof.isConsistent(size, Hash.ofBase64(heads.path("root").asString()), head.size(), head.root(),
                    hashes(proof.path("path")))).as("%d", size).isTrue();
        }
    }
}
