package roster.contract.event;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.NewInvitationRequested;

/** The members whom an event concerns, by the words of {@link Personal}. */
public record Concerned(Event event, EventMetadata metadata) {
    /** By those words, for whom something of theirs is told. */
    public Stream<String> personal() {
        var told = switch (event) {
            case MemberInvited _,InvitationResent _,NewInvitationRequested _ -> Stream.of("member", "inviter");
            case InvitationAccepted it -> it.identity() == null ? Stream.<String>empty() : Stream.of("member");
            case ApiTokenCreated _ -> Stream.of("owner");
            default -> Stream.<String>empty();
        };
        var circumstances = Stream.of(metadata.reason() == null ? null : "subject", metadata.clientAddress() == null ? null : "actor");
        return Stream.concat(told, circumstances.filter(Objects::nonNull));
    }

    /** @return empty when it is about nobody who could be forgotten */
    public Optional<UUID> member(String whose) {
        return switch (whose) {
            case "member" -> member();
            case "inviter" -> Optional.ofNullable(inviter()).map(Inviter::memberId);
            case "owner" -> owner();
            case "subject" -> member().or(this::owner);
            case "actor" -> metadata.actingMember();
            default -> throw new IllegalArgumentException(whose);
        };
    }

    private Optional<UUID> member() {
        return switch (event) {
            case MemberEvent it -> Optional.of(it.memberId());
            case InvitationMailEvent it -> Optional.of(it.memberId());
            case OrganizationEvent _,ApiTokenEvent _ -> Optional.empty();
        };
    }

    private Optional<UUID> owner() {
        return Optional.ofNullable(switch (event) {
            case ApiTokenCreated it -> it.ownerId();
            case ApiTokenRevoked it -> it.ownerId();
            case OrganizationEvent _,MemberEvent _,InvitationMailEvent _ -> null;
        });
    }

    private @Nullable Inviter inviter() {
        return switch (event) {
            case MemberInvited it -> it.inviter();
            case InvitationResent it -> it.inviter();
            case NewInvitationRequested it -> it.inviter();
            default -> null;
        };
    }
}
