package roster.command.mail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;
import roster.eventstore.UnreadableEvent;

/** Finds the event that caused an invitation e-mail. It stays in the event store when the invitation and the membership have ended. */
@Component
class SentInvitations {
    private static final Logger log = LoggerFactory.getLogger(SentInvitations.class);

    private final EventReader store;

    SentInvitations(EventReader store) {
        this.store = store;
    }

    /** The organization of the e-mail; empty when there was no such e-mail. */
    Optional<UUID> organizationOf(InvitationMailEvent news) {
        return organizationOf(news, store.readAggregates(List.of(news.memberId()), Long.MAX_VALUE));
    }

    private static Optional<UUID> organizationOf(InvitationMailEvent news, List<RecordedEvent> ofMember) {
        return ofMember.stream()
                .filter(it -> it.event() instanceof InvitationIssued issued && issued.invitationId().equals(news.invitationId())
                        && issued.issue() == news.issue())
                .map(RecordedEvent::organizationId).findFirst();
    }

    /** The organizations of the e-mails, without those that there were not, and without those of members whose events cannot be read. */
    Organizations organizationsOf(List<InvitationMailEvent> news) {
        var unreadable = new HashSet<UUID>();
        var events = eventsOf(news.stream().map(InvitationMailEvent::memberId).collect(Collectors.toSet()), unreadable);
        var organizations = new HashMap<InvitationMailEvent, UUID>();
        news.forEach(it -> organizationOf(it, events.getOrDefault(it.memberId(), List.of()))
                .ifPresent(organization -> organizations.put(it, organization)));
        return new Organizations(organizations, unreadable);
    }

    /** @param unreadable members whose events cannot be read */
    record Organizations(Map<InvitationMailEvent, UUID> found, Set<UUID> unreadable) {
        Optional<UUID> of(InvitationMailEvent news) {
            return Optional.ofNullable(found.get(news));
        }
    }

    private Map<UUID, List<RecordedEvent>> eventsOf(Set<UUID> members, Set<UUID> unreadable) {
        try {
            return store.readAggregates(members, Long.MAX_VALUE).stream().collect(Collectors.groupingBy(RecordedEvent::aggregateId));
        } catch (UnreadableEvent e) {
            if (members.size() > 1) {
                var events = new HashMap<UUID, List<RecordedEvent>>();
                members.forEach(it -> events.putAll(eventsOf(Set.of(it), unreadable)));
                return events;
            }
            log.error("the delivery result of an e-mail is not recorded: {}", e.getMessage());
            unreadable.addAll(members);
            return Map.of();
        }
    }
}
