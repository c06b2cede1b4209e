package roster.command.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import roster.command.membership.Memberships.Claim;
import roster.command.membership.Memberships.Holder;
import roster.command.membership.Memberships.Invitee;
import roster.command.membership.Memberships.ReachedCap;
import roster.contract.role.Role;
import roster.contract.word.Word;

/** Queries the holder of an address, the inviter, and the limit that an invitation would exceed. */
final class InvitationClaims {
    private static final int REMEMBERED = 10_000;

    private static final String LONGEST_STANDING_ADMIN = """
            select member_id, name, email, role from command.membership
             where organization_id = :organization and status = 'active' and role = 'admin' order by active_since, member_id limit 1""";

    private static final String NAMED_MEMBER = """
            select member_id, name, email, role from command.membership
             where member_id = :onBehalfOf and organization_id = :organization and status = 'active'""";

    private static final LockedQuestion FOR_LONGEST_STANDING_ADMIN = question(LONGEST_STANDING_ADMIN);
    private static final LockedQuestion FOR_NAMED_MEMBER = question(NAMED_MEMBER);

    private final NamedParameterJdbcTemplate jdbc;
    private final InvitationTerms terms;
    private final InvitationLimits limits;
    private final AddressHash hash;
    private final Cache<UUID, Count> counts = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    InvitationClaims(NamedParameterJdbcTemplate jdbc, InvitationTerms terms, InvitationLimits limits, AddressHash hash) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.limits = limits;
        this.hash = hash;
    }

    /** Result of the last count for an organization: the position up to which no limit can be reached. */
    private record Count(UUID inviterId, long sureUntil) {
        static final Count NONE = new Count(new UUID(0, 0), -1);
    }

    /** @param inviterId the member whose invitations were counted; null for none */
    private record Counted(@Nullable UUID inviterId, Optional<ReachedCap> reached, long sureUntil) {}

    /** The function that counts also takes the locks. */
    private static LockedQuestion question(String inviter) {
        return new LockedQuestion("""
                select inviter.member_id, reached, free_at, sure_until
                  from (values (1)) always left join (%s) inviter on true
                 cross join lateral command.invitation_caps(:organization, :member, :recipient, inviter.member_id, :now, :openLimit,
                        :addressLimit, :inviterLimit, case when inviter.member_id = :countedOf then :sureUntil else -1 end)"""
                .formatted(inviter),
                """
                select inviter.member_id, inviter.name, inviter.email, inviter.role as inviter_role,
                       coalesce((select locale from command.organization where organization_id = :organization), 'en') as locale,
                       holder.member_id as holder, holder.invitation_expires_at as invited_until
                  from (values (1)) always
                  left join (%s) inviter on true
                  left join command.membership holder
                         on holder.organization_id = :organization and holder.email_claim = :address and holder.member_id <> :member"""
                        .formatted(inviter));
    }

    Claim of(Invitee invitee, @Nullable UUID onBehalfOf) {
        var counted = Objects.requireNonNullElse(counts.getIfPresent(invitee.organizationId()), Count.NONE);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("organization", invitee.organizationId());
        parameters.put("member", invitee.memberId());
        parameters.put("address", invitee.email().canonical());
        parameters.put("recipient", hash.of(invitee.email()));
        parameters.put("onBehalfOf", onBehalfOf);
        parameters.put("now", terms.now().atOffset(ZoneOffset.UTC));
        parameters.put("openLimit", limits.open());
        parameters.put("addressLimit", limits.perAddressAndDay());
        parameters.put("inviterLimit", limits.perInviterAndHour());
        parameters.put("countedOf", counted.inviterId);
        parameters.put("sureUntil", counted.sureUntil);
        return (onBehalfOf == null ? FOR_LONGEST_STANDING_ADMIN : FOR_NAMED_MEMBER).ask(jdbc, parameters, (row, _) -> counted(row),
                (count, row) -> claim(invitee.organizationId(), count, row));
    }

    private Claim claim(UUID organization, Counted counted, ResultSet row) throws SQLException {
        if (!Objects.equals(counted.inviterId, row.getObject("member_id", UUID.class))) {
            throw new ConcurrencyException("the inviter has just changed");
        }
        if (counted.inviterId != null) {
            counts.put(organization, new Count(counted.inviterId, counted.sureUntil));
        }
        var invitedUntil = instant(row, "invited_until");
        return new Claim(Optional.ofNullable(row.getObject("holder", UUID.class)).map(id -> new Holder(id, invitedUntil)),
                counted.reached, Letterhead.of(row), Optional.ofNullable(row.getString("inviter_role")).map(Role::of));
    }

    private Counted counted(ResultSet row) throws SQLException {
        return new Counted(row.getObject("member_id", UUID.class), reached(row), row.getLong("sure_until"));
    }

    private Optional<ReachedCap> reached(ResultSet row) throws SQLException {
        var freeAt = instant(row, "free_at");
        return Optional.ofNullable(row.getString("reached")).map(it -> Word.read(InvitationCap.class, it))
                .map(cap -> new ReachedCap(cap, limit(cap), freeAt.orElseThrow()));
    }

    private int limit(InvitationCap cap) {
        return switch (cap) {
            case ORGANIZATION -> limits.open();
            case ADDRESS -> limits.perAddressAndDay();
            case INVITER -> limits.perInviterAndHour();
        };
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
