package roster.command.member;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.contract.event.MemberEvent;
import roster.contract.invitation.InvitationToken;
import roster.eventstore.EventReader;

/** Finds what a link leads to, in the member's own events and with one read, so that it is neither late nor half of it. Writes nothing. */
@Component
final class InvitationLookup {
    private final EventReader store;
    private final InvitationTerms terms;

    InvitationLookup(EventReader store, InvitationTerms terms) {
        this.store = store;
        this.terms = terms;
    }

    /** @throws Refused as whoever accepted with it would be */
    InvitationLetter find(InvitationToken token) {
        @Nullable InvitationLetter letter = null;
        for (var recorded : store.readAggregate(token.memberId(), 0)) {
            letter = InvitationLetter.evolve(letter, (MemberEvent) recorded.event());
        }
        if (letter == null) {
            throw new Refused(new InvitationEnded());
        }
        letter.invitation().requireAcceptable(token, terms.now());
        return letter;
    }
}
