package roster.query.log.witness;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import roster.http.start.CannotStart;
import roster.recordlog.note.MalformedNote;
import roster.recordlog.note.VerifierKey;

/**
 * A witness that is asked to cosign checkpoints.
 *
 * @param url prefix of its submissions
 */
public record WitnessAddress(VerifierKey key, URI url) {
    /** @throws CannotStart for anything but {@code key@url}, several separated by commas */
    public static List<WitnessAddress> of(String setting) {
        return setting.isBlank() ? List.of() : Stream.of(setting.split(",", -1)).map(it -> one(it.strip())).toList();
    }

    private static WitnessAddress one(String text) {
        int at = text.indexOf("@http");
        try {
            var key = VerifierKey.parse(text.substring(0, Math.max(0, at)));
            if (key.isOfWitness()) {
                return new WitnessAddress(key, URI.create(text.substring(at + 1)));
            }
        } catch (MalformedNote | IllegalArgumentException _) {
            // said below
        }
        throw new CannotStart("ROSTER_LOG_WITNESSES must be comma-separated key@url, with keys of witnesses: " + text);
    }
}
