package roster.query.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.Event;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberAccessConfirmed;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;

/** Expected access review after the events of one organization, without the service's code. */
final class IndependentReview {
    private final List<RecordedEvent> events;
    private final Map<UUID, List<RecordedEvent>> lives;

    IndependentReview(List<RecordedEvent> events) {
        this.events = events;
        this.lives = events.stream().filter(it -> it.event() instanceof MemberEvent || it.event() instanceof ApiTokenEvent)
                .collect(Collectors.groupingBy(RecordedEvent::aggregateId, LinkedHashMap::new, Collectors.toList()));
    }

    /** Lines as those of {@link AccessReviewTest}, by id. */
    Map<String, String> lines() {
        var lines = new TreeMap<String, String>();
        lives.forEach((id, life) -> {
            if (life.getFirst().event() instanceof ApiTokenCreated it && !(life.getLast().event() instanceof ApiTokenRevoked)) {
                lines.put("" + id, String.join(" ", "api_token", "" + it.name(), "", "", told(life.getFirst()), told(life.getFirst()), ""));
            } else if (life.getFirst().event() instanceof MemberInvited && !status(life).equals("deleted")) {
                lines.put("" + id, String.join(" ", "member", "" + name(life), status(life), role(life).value(), told(granted(life)),
                        told(changed(life)), confirmed(life)));
            }
        });
        return lines;
    }

    private String told(RecordedEvent it) {
        var metadata = it.metadata();
        var behalf = metadata.onBehalfOf();
        return String.join("/", "" + it.position(), it.type().storedName(), metadata.actor().kind().value(), metadata.actor().id(),
                author(metadata.actor(), it.position()), behalf == null ? "" : behalf + "=" + nameBefore(behalf, it.position()),
                "" + metadata.reason());
    }

    private String author(Actor actor, long position) {
        return "" + switch (actor.kind()) {
            case MEMBER -> nameBefore(UUID.fromString(actor.id()), position);
            case TOKEN -> ((ApiTokenCreated) Objects.requireNonNull(lives.get(UUID.fromString(actor.id()))).getFirst().event()).name();
            case OPERATOR -> actor.id();
            case SYSTEM -> null;
        };
    }

    private @Nullable String nameBefore(UUID member, long position) {
        return name(events.stream().filter(it -> it.aggregateId().equals(member) && it.position() < position).toList());
    }

    private static @Nullable String name(List<RecordedEvent> life) {
        String name = null;
        for (var it : life) {
            name = switch (it.event()) {
                case MemberInvited event -> event.name();
                case InvitationResent event -> event.name();
                case MemberNameChanged event -> event.to();
                default -> name;
            };
        }
        return name;
    }

    private static String status(List<RecordedEvent> life) {
        var status = "";
        for (var it : life) {
            status = switch (it.event()) {
                case MemberInvited _ -> "invited";
                case InvitationAccepted _,MemberReactivated _ -> "active";
                case MemberSuspended _ -> "suspended";
                case InvitationDeclined _,InvitationRevoked _,MemberDeleted _ -> "deleted";
                default -> status;
            };
        }
        return status;
    }

    private static @Nullable Role said(Event event) {
        return switch (event) {
            case MemberInvited it -> it.role();
            case InvitationResent it -> it.role();
            case InvitationAccepted it -> it.role();
            case MemberRoleChanged it -> it.to();
            default -> null;
        };
    }

    private static Role role(List<RecordedEvent> life) {
        return Objects.requireNonNull(said(granted(life).event()));
    }

    /** The event with the first of the equal roles at the end. */
    private static RecordedEvent granted(List<RecordedEvent> life) {
        var saying = new ArrayList<>(life.stream().filter(it -> said(it.event()) != null).toList());
        while (saying.size() > 1 && said(saying.getLast().event()) == said(saying.get(saying.size() - 2).event())) {
            saying.removeLast();
        }
        return saying.getLast();
    }

    private static RecordedEvent changed(List<RecordedEvent> life) {
        return life.stream().filter(it -> !(it.event() instanceof MemberAccessConfirmed)).toList().getLast();
    }

    private String confirmed(List<RecordedEvent> life) {
        return life.reversed().stream().filter(it -> it.event() instanceof MemberAccessConfirmed).findFirst()
                .map(it -> ((MemberAccessConfirmed) it.event()).role().value() + " " + (it.position() > granted(life).position()) + " "
                        + told(it))
                .orElse("");
    }
}
