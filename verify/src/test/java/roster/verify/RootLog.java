package roster.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import roster.recordlog.event.LogAlarm;
import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.ProofNodes;
import roster.recordlog.merkle.Span;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.LogProof;
import roster.recordlog.note.NoteSigner;
import roster.recordlog.note.SignedNote;

/** A root log in memory, with heads of other organizations among those of one. */
final class RootLog {
    static final String ORIGIN = "log.example";
    static final NoteSigner KEY = NoteSigner.ofLog(ORIGIN, seed(1));
    static final NoteSigner OTHER_KEY = NoteSigner.ofLog(ORIGIN, seed(2));
    static final NoteSigner WITNESS = NoteSigner.ofWitness("witness.example", seed(3));
    private static final JsonMapper JSON = new JsonMapper();

    private final List<byte[]> entries = new ArrayList<>();
    private NoteSigner key = KEY;
    private boolean witnessed = true;

    private static byte[] seed(int of) {
        return ByteBuffer.allocate(32).putInt(of).array();
    }

    void signWith(NoteSigner other) {
        key = other;
    }

    void withoutWitness() {
        witnessed = false;
    }

    /** Adds a head, and one of another organization. */
    void add(TreeHead head) {
        entries.add(head.entry());
        entries.add(TreeHead.of(ORIGIN, new UUID(5, entries.size()), 1, 3, Hash.EMPTY).entry());
    }

    void add(LogAlarm alarm) {
        entries.add(alarm.entry());
    }

    private int indexOf(TreeHead head) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (Arrays.equals(entries.get(i), head.entry())) {
                return i;
            }
        }
        return -1;
    }

    private Hash hash(Span span) {
        var range = new CompactRange();
        entries.subList((int) span.from(), (int) span.to()).forEach(it -> range.append(Hash.ofLeaf(it)));
        return range.root();
    }

    /** The answer of {@code /organizations/{org}/log/checkpoint} for a head. */
    String checkpoint(TreeHead head) {
        long index = indexOf(head);
        var text = new Checkpoint(ORIGIN, entries.size(), hash(new Span(0, entries.size()))).text();
        var note = SignedNote.sign(text, List.of(key));
        var signed = witnessed ? note.with(List.of(WITNESS.cosign(text, Instant.EPOCH))) : note;
        var proof = new LogProof(index, ProofNodes.ofInclusion(index, entries.size()).stream().map(this::hash).toList(), signed);
        return JSON.createObjectNode().put("number", head.number()).put("size", head.checkpoint().size())
                .put("root", head.checkpoint().root().toString()).put("checkpoint", head.checkpoint().text()).put("proof", proof.toString())
                .toString();
    }

    /** The file of heads. */
    List<String> heads(List<TreeHead> heads) {
        return heads.stream().map(it -> JSON.createObjectNode().put("number", it.number()).put("size", it.checkpoint().size())
                .put("root", it.checkpoint().root().toString()).put("origin", it.checkpoint().origin())
                .put("index", indexOf(it))
                .toString()).toList();
    }

    byte[] bundles() {
        var bundles = new ByteArrayOutputStream();
        entries.forEach(it -> bundles.writeBytes(ByteBuffer.allocate(66).putShort((short) 64).put(it).array()));
        return bundles.toByteArray();
    }
}
