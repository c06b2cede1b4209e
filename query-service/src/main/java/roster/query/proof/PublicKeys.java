package roster.query.proof;

import java.util.List;
import java.util.Optional;

import roster.query.log.LogHeads.SignedRoot;
import roster.query.log.LogKeys;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.VerifierKey;

/**
 * Public keys of the log, to be compared with those that a reader has from another source.
 *
 * @param origin    first line of its newest checkpoint
 * @param keys      each of which signs every checkpoint, as {@code name+id+key}
 * @param witnesses keys of the witnesses that are asked to cosign
 */
record PublicKeys(String origin, List<String> keys, List<String> witnesses) {
    /** @param newest checkpoint; empty until there is one */
    static PublicKeys of(LogKeys keys, Optional<SignedRoot> newest) {
        return new PublicKeys(newest.map(it -> Checkpoint.parse(it.note().text()).origin()).orElse(keys.origin()),
                keys.keys().stream().map(VerifierKey::toString).toList(), keys.witnesses().stream().map(VerifierKey::toString).toList());
    }
}
