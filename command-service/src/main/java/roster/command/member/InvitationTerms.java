package roster.command.member;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Under which terms somebody is invited.
 *
 * @param life how long an invitation can be accepted
 */
public record InvitationTerms(Duration life, Clock clock) {
    Instant expiry() {
        return now().plus(life).truncatedTo(ChronoUnit.SECONDS);
    }

    Instant now() {
        return clock.instant();
    }
}
