package roster.command.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;

/** Finds the event that caused an invitation e-mail. It stays in the event store when the invitation and the membership have ended. */
@Component
class SentInvitations {
    private final EventReader store;

    SentInvitations(EventReader store) {
        this.store = store;
    }

    /** The organization of the e-mail; empty when there was no such e-mail. */
    Optional<UUID> organizationOf(InvitationMailEvent news) {
        return store.readAggregates(List.of(news.memberId()), Long.MAX_VALUE).stream()
                .filter(it -> it.event() instanceof InvitationIssued issued && issued.invitationId().equals(news.invitationId())
                        && issued.issue() == news.issue())
                .map(RecordedEvent::organizationId).findFirst();
    }
}
