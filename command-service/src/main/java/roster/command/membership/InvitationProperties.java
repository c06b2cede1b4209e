package roster.command.membership;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of invitations.
 *
 * @param keys   comma-separated {@code id:base64} pairs, each at least 32 bytes; the first signs, all verify
 * @param life   1 to 30 days
 */
@Validated
@ConfigurationProperties("roster.invitation")
public record InvitationProperties(@NotEmpty String keys, @DurationMin(days = 1) @DurationMax(days = 30) Duration life,
        @Valid InvitationLimits limits) {
    @Override
    public String toString() {
        return "InvitationProperties[keys=***, life=" + life + ", limits=" + limits + "]";
    }
}
