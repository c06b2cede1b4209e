package roster.local.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A decoded mail.
 *
 * @param from    sender in the envelope
 * @param to      recipients in the envelope
 * @param headers values by name, in the order of the mail
 */
public record Message(String id, String from, List<String> to, String subject, @Nullable String text, @Nullable String html,
        Map<String, List<String>> headers, Instant receivedAt) {}
