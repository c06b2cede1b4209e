package roster.query.log;

import java.util.List;

import roster.recordlog.note.VerifierKey;

/**
 * Public keys that verify the checkpoints of the log.
 *
 * @param origin    of the log, as configured
 * @param keys      each of which signs every checkpoint
 * @param witnesses that are asked to cosign
 */
public record LogKeys(String origin, List<VerifierKey> keys, List<VerifierKey> witnesses) {
    public LogKeys {
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
    }
}
