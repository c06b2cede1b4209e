package roster.verify;

import roster.recordlog.event.LoggedEvent;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.MerkleProof;

/** The proof of one event: what {@code /organizations/{org}/log/proof} answers. */
final class EventProofCheck {
    private EventProofCheck() {}

    /** @return the head that it leads to */
    static SignedHead check(String text, Findings findings) {
        var json = AnswerJson.read(text);
        var head = SignedHead.of(json.path("checkpoint"));
        try {
            long index = AnswerJson.number(json, "index");
            var leaf = AnswerJson.bytes(json, "leaf");
            var event = LoggedEvent.of(leaf);
            var checkpoint = head.head().checkpoint();
            findings.check(
                    event.organizationId().equals(head.head().tree())
                            && MerkleProof.isIncluded(Hash.ofLeaf(leaf), index, head.size(), AnswerJson.hashes(json.path("path")),
                                    checkpoint.root()),
                    "proof: " + event.type() + " of " + event.aggregateId() + " at position " + event.position() + ", recorded at "
                            + event.recordedAt() + ", is event "
                            + index
                            + " of the organization",
                    "proof: the leaf is not in the tree");
        } catch (IllegalArgumentException e) {
            throw new VerificationFailed("not a proof of an event: " + e.getMessage());
        }
        return head;
    }
}
