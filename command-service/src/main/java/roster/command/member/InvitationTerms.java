package roster.command.member;

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
    Instant expiry() {
        return now().plus(life).truncatedTo(ChronoUnit.SECONDS);
    }

    Instant now() {
        return clock.instant();
    }
}
