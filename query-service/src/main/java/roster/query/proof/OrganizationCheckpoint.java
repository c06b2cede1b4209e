package roster.query.proof;

import java.time.Instant;

import roster.query.log.LogHeads.Logged;
import roster.query.log.LogHeads.SignedRoot;
import roster.recordlog.note.LogProof;

/**
 * The newest head of an organization's tree, and proof that the signed root log has it.
 *
 * @param number     of the head among those of the organization, from 1
 * @param size       number of events
 * @param root       root of the tree, in base64
 * @param checkpoint origin, size and root, each in a line: what the entry of the root log is the hash of
 * @param proof      proof of the entry in the form of C2SP tlog-proof, with the signed checkpoint of the root log
 * @param position   position up to which the root log has all events
 * @param signedAt   when the root log was signed
 */
record OrganizationCheckpoint(long number, long size, String root, String checkpoint, String proof, String position, Instant signedAt) {
    static OrganizationCheckpoint of(Logged head, LogProof proof, SignedRoot root) {
        return new OrganizationCheckpoint(head.head().number(), head.size(), head.head().checkpoint().root().toString(),
                head.head().checkpoint().text(), proof.toString(), Long.toString(root.position()), root.signedAt());
    }
}
