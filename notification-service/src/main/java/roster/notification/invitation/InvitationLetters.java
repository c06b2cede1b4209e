package roster.notification.invitation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.notification.ledger.Ending;
import roster.notification.ledger.Entries;
import roster.notification.ledger.Invitation;
import roster.notification.ledger.Letter;
import roster.notification.ledger.LetterId;
import roster.notification.ledger.Occasion.Invited;
import roster.notification.ledger.Occasion.Requested;
import roster.notification.ledger.Person;
import roster.notification.ledger.Recipient;

/** Which letters an event owes, and which it makes untrue. */
final class InvitationLetters {
    private InvitationLetters() {}

    static Entries of(IncomingEvent incoming) {
        return switch (incoming.event()) {
            case MemberInvited it -> person(it.name(), it.email()).map(invitee -> owed(incoming, new Invitation(it.memberId(),
                    it.invitationId(), 1, it.organization().name(), it.role(), invitee, person(it.inviter()), it.expiresAt())))
                    .orElse(Entries.NONE);
            case InvitationResent it -> person(it.name(), it.email()).map(invitee -> owed(incoming, new Invitation(it.memberId(),
                    it.invitationId(), it.issue(), it.organization().name(), it.role(), invitee, person(it.inviter()), it.expiresAt())))
                    .orElse(Entries.NONE)
                    .and(ended(incoming, "a newer letter replaces it"));
            case InvitationAccepted _ -> ended(incoming, "the invitation was accepted");
            case InvitationDeclined _ -> ended(incoming, "the invitation was declined");
            case InvitationRevoked _ -> ended(incoming, "the invitation was revoked");
            case InvitationExpired _ -> ended(incoming, "the invitation expired");
            case MemberDeleted _ -> ended(incoming, "the member was deleted");
            case MemberErased _ -> ended(incoming, "the member was erased");
            case NewInvitationRequested it -> requested(incoming, it);
            case MemberRoleChanged _,MemberSuspended _,MemberReactivated _,OrganizationRegistered _,InvitationMailEvent _,ApiTokenEvent _ -> Entries.NONE;
        };
    }

    private static Entries owed(IncomingEvent incoming, Invitation invitation) {
        var recipients = invitation.inviter() == null ? Stream.of(Recipient.INVITEE) : Stream.of(Recipient.values());
        return new Entries(recipients
                .map(it -> new Letter(new LetterId(incoming.eventId(), it), incoming.sequence(), incoming.recordedAt(), new Invited(),
                        invitation))
                .toList(), List.of());
    }

    /** Nobody else is bothered when the inviter can no longer be asked. */
    private static Entries requested(IncomingEvent incoming, NewInvitationRequested it) {
        var inviter = person(it.inviter());
        return inviter == null
                ? Entries.NONE
                : person(it.name(), it.email()).map(invitee -> requested(incoming, it, invitee, inviter)).orElse(Entries.NONE);
    }

    private static Entries requested(IncomingEvent incoming, NewInvitationRequested it, Person invitee, Person inviter) {
        return new Entries(List.of(new Letter(new LetterId(incoming.eventId(), Recipient.INVITER), incoming.sequence(),
                incoming.recordedAt(), new Requested(it.organization().id()), new Invitation(it.memberId(), it.invitationId(), it.issue(),
                        it.organization().name(), it.role(), invitee, inviter, it.expiredAt()))),
                List.of());
    }

    private static Entries ended(IncomingEvent incoming, String reason) {
        return new Entries(List.of(), List.of(new Ending(incoming.event().aggregateId(), incoming.sequence(), reason)));
    }

    private static @Nullable Person person(@Nullable Inviter inviter) {
        return inviter == null ? null : person(inviter.name(), inviter.email()).orElse(null);
    }

    /** Nobody, where the one or the other can no longer be read: nothing can be sent to them, nor said of them. */
    private static Optional<Person> person(@Nullable String name, @Nullable String email) {
        return name == null || email == null ? Optional.empty() : Optional.of(new Person(name, email));
    }
}
