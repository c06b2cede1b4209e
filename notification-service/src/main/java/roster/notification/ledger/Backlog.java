package roster.notification.ledger;

import java.time.Duration;

/** How many letters have yet to leave, and for how long the oldest of them has been waiting. */
public record Backlog(long letters, Duration age) {}
