package roster.command.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.member.Memberships.Invitee;
import roster.command.rejection.Rejection.LimitReached;

/** Claims addresses for invitations. Who invites, which cap is reached, the claim and the letter are one statement. */
final class InvitationClaims {
    private static final int REMEMBERED = 10_000;

    /** {@code on conflict} waits for a command that claims the same address at this moment, and sees how it ends. */
    private static final String INVITE = """
                     insert into command.membership
                            (member_id, organization_id, email_claim, name, email, role, status, invitation_expires_at)
                     select :member, :organization, :address, :name, :email, :role, 'invited', :expiresAt
                       from counted where reached is null
                         on conflict (organization_id, email_claim) do nothing returning 1""";

    private static final String RESEND = """
                     update command.membership set email_claim = :address, invitation_expires_at = :expiresAt
                       from counted where reached is null and membership.member_id = :member returning 1""";

    private static final String LONGEST_STANDING_ADMIN = """
            select member_id, name, email from command.membership
             where organization_id = :organization and status = 'active' and role = 'admin' order by active_since, member_id limit 1""";

    private static final String NAMED_MEMBER = """
            select member_id, name, email from command.membership
             where member_id = :onBehalfOf and organization_id = :organization and status = 'active'""";

    private final JdbcClient jdbc;
    private final InvitationTerms terms;
    private final InvitationLimits limits;
    private final Map<UUID, Count> counts = new ConcurrentHashMap<>();

    InvitationClaims(JdbcClient jdbc, InvitationTerms terms, InvitationLimits limits) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.limits = limits;
    }

    /**
     * What came of it.
     *
     * @param claimed false when the address is not free, the membership is gone, or a cap is reached
     */
    record Claim(boolean claimed, Optional<LimitReached> reached, Letterhead letterhead) {}

    /** How long the last count for an organization is good for: the position up to which the caps cannot have been reached. */
    private record Count(UUID inviterId, long sureUntil) {
        static final Count NONE = new Count(new UUID(0, 0), -1);
    }

    /** @param onBehalfOf the member who invites; null for the admin who has been active longest */
    Claim invite(Invitee invitee, @Nullable UUID onBehalfOf) {
        return claim(INVITE, invitee, onBehalfOf);
    }

    /** As {@link #invite}, for a membership that is there already. */
    Claim resend(Invitee invitee, @Nullable UUID onBehalfOf) {
        return claim(RESEND, invitee, onBehalfOf);
    }

    private Claim claim(String claim, Invitee invitee, @Nullable UUID onBehalfOf) {
        var now = terms.now();
        var counted = counts.getOrDefault(invitee.organizationId(), Count.NONE);
        return jdbc.sql(statement(onBehalfOf == null ? LONGEST_STANDING_ADMIN : NAMED_MEMBER, claim))
                .param("organization", invitee.organizationId()).param("member", invitee.memberId())
                .param("address", invitee.email().canonical()).param("name", invitee.name()).param("email", invitee.email().entered())
                .param("role", invitee.role().value()).param("expiresAt", timestamp(invitee.expiresAt()))
                .param("onBehalfOf", onBehalfOf).param("now", timestamp(now))
                .param("openLimit", limits.open()).param("addressLimit", limits.perAddressAndDay())
                .param("inviterLimit", limits.perInviterAndHour())
                .param("countedOf", counted.inviterId).param("sureUntil", counted.sureUntil)
                .query((row, _) -> claim(row, invitee.organizationId(), now))
                .single();
    }

    private static String statement(String inviter, String claim) {
        return """
            with inviter as (%s),
                 counted as materialized (
                     select inviter.member_id, inviter.name, inviter.email, reached, free_at, sure_until
                       from (values (1)) always left join inviter on true
                      cross join lateral command.invitation_caps(:organization, :member, :address, inviter.member_id, :now, :openLimit,
                            :addressLimit, :inviterLimit, case when inviter.member_id = :countedOf then :sureUntil else -1 end)),
                 claimed as (%s),
                 sent as (
                     insert into command.invitation_letter (address, inviter_id, sent_at)
                     select :address, counted.member_id, :now from counted, claimed)
            select exists (select from claimed), reached, free_at, sure_until, member_id, name, email,
                   (select locale from command.organization where organization_id = :organization)
              from counted""".formatted(inviter,
                claim);
    }

    private Claim claim(ResultSet row, UUID organizationId, Instant now) throws SQLException {
        var letterhead = Letterhead.of(row);
        var sureUntil = row.getLong("sure_until");
        letterhead.inviter().ifPresent(it -> remember(organizationId, new Count(it.memberId(), sureUntil)));
        return new Claim(row.getBoolean(1), reached(row, now), letterhead);
    }

    private void remember(UUID organizationId, Count count) {
        if (counts.size() >= REMEMBERED) {
            counts.clear();
        }
        counts.put(organizationId, count);
    }

    private Optional<LimitReached> reached(ResultSet row, Instant now) throws SQLException {
        var cap = row.getString("reached");
        if (cap == null) {
            return Optional.empty();
        }
        var wait = Duration.between(now, row.getObject("free_at", OffsetDateTime.class).toInstant());
        return Optional.of(new LimitReached(switch (cap) {
            case "organization" -> "The organization has " + limits.open() + " open invitations.";
            case "address" -> "An address is sent at most " + limits.perAddressAndDay() + " invitations a day.";
            case "inviter" -> "At most " + limits.perInviterAndHour() + " invitations an hour are sent in the name of one member.";
            default -> throw new IllegalStateException("no such cap: " + cap);
        }, wait));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
