package roster.command.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Clock and lifetime of invitations.
 *
 * @param life time for which an invitation can be accepted
 */
public record InvitationTerms(Duration life, Clock clock) {
    public Instant expiry() {
        return now().plus(life).truncatedTo(ChronoUnit.SECONDS);
    }

    public Instant now() {
        return clock.instant();
    }
}
