package roster.verify;

import java.util.List;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import roster.recordlog.event.TreeHead;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.LogProof;
import roster.recordlog.note.MalformedNote;
import roster.recordlog.note.VerifierKey;

/**
 * A head of an organization's tree with its proof: what {@code /organizations/{org}/log/checkpoint} answers.
 *
 * @param proof of its entry in the root log
 */
record SignedHead(TreeHead head, LogProof proof) {
    private static final String ORGANIZATIONS = "/organizations/";

    /** @throws VerificationFailed for anything else */
    static SignedHead of(String text) {
        return of(AnswerJson.read(text));
    }

    /** @throws VerificationFailed for anything else */
    static SignedHead of(JsonNode json) {
        try {
            var checkpoint = Checkpoint.parse(AnswerJson.text(json, "checkpoint"));
            int id = checkpoint.origin().lastIndexOf(ORGANIZATIONS);
            var organization = UUID.fromString(checkpoint.origin().substring(id + ORGANIZATIONS.length()));
            if (AnswerJson.number(json, "number") < 1) {
                throw new IllegalArgumentException("its number is not positive");
            }
            if (AnswerJson.number(json, "size") != checkpoint.size()
                    || !AnswerJson.text(json, "root").equals(checkpoint.root().toString())) {
                throw new IllegalArgumentException("size or root are not those of its text");
            }
            return new SignedHead(new TreeHead(organization, AnswerJson.number(json, "number"), checkpoint),
                    LogProof.parse(AnswerJson.text(json, "proof")));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | MalformedNote e) {
            throw new VerificationFailed("not a checkpoint of an organization: " + e.getMessage());
        }
    }

    long size() {
        return head.checkpoint().size();
    }

    Checkpoint root() {
        return Checkpoint.parse(proof.checkpoint().text());
    }

    /** Signature, cosignatures, and that the root log has the head. */
    void check(String name, List<VerifierKey> keys, List<VerifierKey> witnesses, Findings findings) {
        var root = root();
        findings.check(keys.stream().anyMatch(it -> isSignedBy(it, findings)), name + ": signed by the log " + root.origin() + ", with "
                + root.size() + " entries", name + ": it is not signed by the key that was given");
        for (var witness : witnesses) {
            findings.check(isSignedBy(witness, findings), name + ": cosigned by the witness " + witness.name(),
                    name + ": it is not cosigned by the witness " + witness.name());
        }
        findings.check(TreeHead.origin(root.origin(), head.tree()).equals(head.checkpoint().origin()) && proof.proves(head.entry()),
                name + ": head " + head.number() + " of organization " + head.tree() + ", with " + size() + " events, is in the root log",
                name + ": the signed root log does not have this head");
    }

    private boolean isSignedBy(VerifierKey key, Findings findings) {
        try {
            return proof.checkpoint().isSignedBy(key);
        } catch (MalformedNote e) {
            findings.wrong(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
