package roster.notification.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MembershipChanged;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.event.OrganizationEvent;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;
import roster.notification.entry.Ending;
import roster.notification.entry.Entries;
import roster.notification.entry.Invitation;
import roster.notification.entry.Occasion.AddressChanged;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Occasion.Requested;
import roster.notification.entry.Person;
import roster.notification.entry.Told;

/** Derives changes of the mail queue from an event: e-mails to send, e-mails to cancel, and recorded results. */
final class InvitationEmails {
    /** The invitation data of an e-mail without a link. */
    private static final int NO_ISSUE = 0;

    private InvitationEmails() {}

    static Entries of(IncomingEvent incoming) {
        return switch (incoming.event()) {
            case MemberInvited it -> issued(incoming, it);
            case InvitationResent it -> issued(incoming, it).and(ended(incoming, "a newer e-mail replaces it"));
            case InvitationAccepted _ -> ended(incoming, "the invitation was accepted");
            case InvitationDeclined _ -> ended(incoming, "the invitation was declined");
            case InvitationRevoked _ -> ended(incoming, "the invitation was revoked");
            case InvitationExpired _ -> ended(incoming, "the invitation expired");
            case MemberDeleted _ -> ended(incoming, "the member was deleted");
            case MemberErased it -> ended(incoming, "the member was erased").and(erased(it));
            case NewInvitationRequested it -> requested(incoming, it);
            case InvitationMailSent it -> told(it, null, null);
            case InvitationMailFailed it -> told(it, it.failure(), it.status());
            case MemberEmailChanged it -> addressChanged(incoming, it);
            case MembershipChanged _,OrganizationEvent _,ApiTokenEvent _ -> Entries.NONE;
        };
    }

    private static Entries issued(IncomingEvent incoming, InvitationIssued it) {
        return person(it.name(), it.email()).map(invitee -> owed(incoming, invitation(it.memberId(), it.invitationId(), it.issue(),
                it.organization(), it.role(), invitee, it.inviter(), it.expiresAt()))).orElse(Entries.NONE);
    }

    private static Entries owed(IncomingEvent incoming, Invitation invitation) {
        var recipients = invitation.inviterId() == null ? Stream.of(MailRecipient.INVITEE) : Stream.of(MailRecipient.values());
        return new Entries(recipients
                .map(it -> new Email(new EmailId(incoming.eventId(), it), incoming.sequence(), incoming.recordedAt(), new Invited(),
                        invitation, incoming.traceparent()))
                .toList(), List.of());
    }

    /** No e-mail when the inviter can no longer be named. */
    private static Entries requested(IncomingEvent incoming, NewInvitationRequested it) {
        return person(it.inviter()) == null
                ? Entries.NONE
                : person(it.name(), it.email()).map(invitee -> requested(incoming, it, invitee)).orElse(Entries.NONE);
    }

    private static Entries requested(IncomingEvent incoming, NewInvitationRequested it, Person invitee) {
        return new Entries(List.of(new Email(new EmailId(incoming.eventId(), MailRecipient.INVITER), incoming.sequence(),
                incoming.recordedAt(), new Requested(),
                invitation(it.memberId(), it.invitationId(), it.issue(), it.organization(), it.role(),
                        invitee, it.inviter(), it.expiredAt()),
                incoming.traceparent())),
                List.of());
    }

    /** No e-mail to the previous address of an invitee, which may have been a wrong one; the next invitation e-mail goes to the new address. */
    private static Entries addressChanged(IncomingEvent incoming, MemberEmailChanged it) {
        return it.status() == MemberStatus.INVITED
                ? Entries.NONE
                : person(it.name(), it.from()).map(before -> addressChanged(incoming, it, before)).orElse(Entries.NONE);
    }

    private static Entries addressChanged(IncomingEvent incoming, MemberEmailChanged it, Person before) {
        return new Entries(List.of(new Email(new EmailId(incoming.eventId(), MailRecipient.INVITEE), incoming.sequence(),
                incoming.recordedAt(), new AddressChanged(),
                invitation(it.memberId(), it.invitationId(), NO_ISSUE, it.organization(), it.role(), before, null, incoming.recordedAt()),
                incoming.traceparent())),
                List.of());
    }

    private static Invitation invitation(UUID memberId, UUID invitationId, int issue, Organization organization, Role role, Person invitee,
            @Nullable Inviter inviter, Instant expiresAt) {
        return new Invitation(memberId, invitationId, issue, organization.id(), organization.name(), organization.language(), role, invitee,
                inviter == null ? null : inviter.memberId(), person(inviter), expiresAt);
    }

    private static Entries ended(IncomingEvent incoming, String reason) {
        return new Entries(List.of(), List.of(new Ending(incoming.event().aggregateId(), incoming.sequence(), reason)));
    }

    private static Entries told(InvitationMailEvent it, @Nullable MailFailure failure, @Nullable String status) {
        return new Entries(List.of(), List.of(), List.of(new Told(it.invitationId(), it.issue(), it.recipient(), failure, status)),
                List.of());
    }

    private static Entries erased(MemberErased it) {
        return new Entries(List.of(), List.of(), List.of(), List.of(it.memberId()));
    }

    private static @Nullable Person person(@Nullable Inviter inviter) {
        return inviter == null ? null : person(inviter.name(), inviter.email()).orElse(null);
    }

    /** Empty when name or address can no longer be read. */
    private static Optional<Person> person(@Nullable String name, @Nullable String email) {
        return name == null || email == null ? Optional.empty() : Optional.of(new Person(name, email));
    }
}
