package roster.notification.ledger;

import java.time.Duration;

/** Number of e-mails or results that are waiting, and waiting time of the oldest. */
public record Backlog(long letters, Duration age) {}
