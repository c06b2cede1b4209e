package roster.notification.queue;

import java.time.Duration;

/** Number of e-mails or results that are waiting, and waiting time of the oldest. */
public record Backlog(long emails, Duration age) {}
