package roster.notification.ledger;

import java.util.UUID;

/** From here on, what earlier letters of the member say is no longer true. */
public record Ending(UUID memberId, long sequence, String reason) {}
