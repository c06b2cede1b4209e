package roster.query.log;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import roster.http.start.CannotStart;
import roster.recordlog.note.NoteSigner;

/**
 * Settings of the log.
 *
 * @param keys     comma-separated private keys of Ed25519, each the base64 of 32 random bytes; each signs every checkpoint
 * @param origin   identity of the log: an address without scheme. The first one that was set stays.
 * @param interval longest time between two checkpoints while there are new events
 * @param witnesses comma-separated {@code key@url} of witnesses; empty for none
 * @param folder   where the newest checkpoint is also written to; empty for nowhere
 */
@Validated
@ConfigurationProperties("roster.log")
record LogProperties(@NotEmpty String keys, @NotNull @Pattern(regexp = "[^\\s+\\p{Cntrl}]{1,200}") String origin, Duration interval,
        String witnesses, String folder) {
    /** @throws CannotStart when one is malformed */
    List<NoteSigner> signingKeys() {
        try {
            return Stream.of(keys.split(",", -1)).map(it -> NoteSigner.ofLog(origin, Base64.getDecoder().decode(it.strip()))).toList();
        } catch (IllegalArgumentException e) {
            throw new CannotStart("ROSTER_LOG_KEYS must be comma-separated base64 of 32 bytes each: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "LogProperties[***]";
    }
}
