package roster.local.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A mail, decoded.
 *
 * @param from    who the envelope says it is from
 * @param to      everybody whom the envelope says it is for
 * @param headers each name with its values, in the order of the mail
 */
public record Message(String id, String from, List<String> to, String subject, @Nullable String text, @Nullable String html,
        Map<String, List<String>> headers, Instant receivedAt) {}
