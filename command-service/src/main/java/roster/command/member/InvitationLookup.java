package roster.command.member;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.command.membership.InvitationTerms;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.invitation.InvitationToken;
import roster.contract.member.CurrentMember;
import roster.eventstore.EventReader;

/** Finds the invitation of a link by one read of the member's events, so that it is current and consistent. Writes nothing. */
@Component
final class InvitationLookup {
    private final EventReader store;
    private final InvitationTerms terms;

    InvitationLookup(EventReader store, InvitationTerms terms) {
        this.store = store;
        this.terms = terms;
    }

    /** @throws Rejected as acceptance with this token would be */
    OpenInvitation find(InvitationToken token) {
        @Nullable CurrentMember member = null;
        @Nullable InvitationIssued issued = null;
        for (var recorded : store.readAggregate(token.memberId(), 0)) {
            member = CurrentMember.evolve(member, recorded);
            issued = recorded.event() instanceof InvitationIssued it ? it : issued;
        }
        if (member == null || issued == null) {
            throw new Rejected(new InvitationEnded());
        }
        new InvitationLink(token).requireAcceptable(member, terms.now());
        return OpenInvitation.of(member, issued);
    }
}
