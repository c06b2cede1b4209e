package roster.command.membership;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;

/** Queries the open memberships in {@code command.membership}. */
@Component
class JdbcMemberships implements Memberships {
    /** The lock serializes commands by which two admins cease to be admins at the same time. */
    private static final LockedQuestion ANOTHER_ACTIVE_ADMIN = new LockedQuestion("""
            select from command.organization where organization_id = :organization for no key update""", """
            select exists (select from command.membership
                            where organization_id = :organization and status = 'active' and role = 'admin' and member_id <> :member)""");

    /** Uses the lock of {@code command.invitation_caps}. */
    private static final LockedQuestion FREE_FOR_EMAILS_AT = new LockedQuestion("""
            select pg_advisory_xact_lock(1, hashtext(:address))""", """
            select (select sent_at + interval '1 day' from command.invitation_letter
                     where address = :address and sent_at > :now - interval '1 day' order by sent_at desc offset :limit - 1 limit 1)""");

    /** Uses the lock of {@link InvitationClaims}. Includes overdue invitations, because clocks of instances may differ. */
    private static final LockedQuestion PENDING_INVITATIONS = new LockedQuestion("""
            select pg_advisory_xact_lock(2, hashtext(:organization::text))""", """
            select coalesce(array_agg(member_id order by member_id), '{}') from command.membership
             where inviter_id = :inviter and status = 'invited' and invitation_expires_at > :now""");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final InvitationClaims claims;
    private final InvitationTerms terms;
    private final InvitationLimits limits;
    private final AddressHash hash;

    JdbcMemberships(JdbcClient jdbc, NamedParameterJdbcTemplate template, InvitationTerms terms, InvitationLimits limits,
            AddressHash hash) {
        this.jdbc = jdbc;
        this.template = template;
        this.terms = terms;
        this.limits = limits;
        this.hash = hash;
        this.claims = new InvitationClaims(template, terms, limits, hash);
    }

    @Override
    public Claim claim(Invitee invitee, @Nullable UUID onBehalfOf) {
        return claims.of(invitee, onBehalfOf);
    }

    @Override
    public Optional<ReachedCap> capOfEmailsTo(EmailAddress address) {
        int limit = limits.perAddressAndDay();
        return FREE_FOR_EMAILS_AT.ask(template,
                Map.of("address", hash.of(address), "now", terms.now().atOffset(ZoneOffset.UTC), "limit", limit),
                (row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(it -> new ReachedCap(InvitationCap.ADDRESS, limit, it.toInstant())));
    }

    @Override
    public boolean hasAnotherActiveAdmin(UUID organizationId, UUID memberId) {
        return ANOTHER_ACTIVE_ADMIN.ask(template, Map.of("organization", organizationId, "member", memberId),
                (row, _) -> row.getBoolean(1));
    }

    @Override
    public Optional<UUID> memberWith(UUID organizationId, Identity identity) {
        return jdbc.sql("""
                select member_id from command.account where provider = ? and subject = ? and organization_id = ?""")
                .param(identity.provider()).param(identity.subject()).param(organizationId)
                .query(UUID.class).optional();
    }

    @Override
    public Letterhead letterheadOf(UUID organizationId, @Nullable UUID memberId) {
        return jdbc.sql("""
                select member_id, membership.name, email, locale
                  from command.organization
                  left join command.membership on member_id = ? and membership.organization_id = organization.organization_id
                                              and status = 'active'
                 where organization.organization_id = ?""")
                .param(memberId).param(organizationId)
                .query((row, _) -> Letterhead.of(row))
                .single();
    }

    @Override
    public List<UUID> pendingInvitationsOf(UUID organizationId, UUID inviterId) {
        return PENDING_INVITATIONS.ask(template,
                Map.of("organization", organizationId, "inviter", inviterId, "now", terms.now().atOffset(ZoneOffset.UTC)),
                (row, _) -> List.of((UUID[]) row.getArray(1).getArray()));
    }

    @Override
    public Optional<UUID> organizationOf(UUID memberId) {
        return jdbc.sql("select organization_id from event_store.event where aggregate_id = ? and sequence_number = 0").param(memberId)
                .query(UUID.class).optional();
    }
}
