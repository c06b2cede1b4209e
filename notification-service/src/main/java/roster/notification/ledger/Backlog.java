package roster.notification.ledger;

import java.time.Duration;

/** Number of e-mails that are still to be sent, and waiting time of the oldest. */
public record Backlog(long letters, Duration age) {}
