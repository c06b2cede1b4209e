package roster.contract.stored;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.OrganizationEvent;
import roster.contract.event.Personal;

/** An event with its metadata, and the members that its {@link Personal} fields are about. */
public record Concerned(Event event, EventMetadata metadata) {
    /** The values of {@link Personal} of whose members it contains data. */
    public Stream<String> personal() {
        return Stream.of(event, metadata).map(Record.class::cast).flatMap(Concerned::personal).distinct();
    }

    private static Stream<String> personal(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).flatMap(it -> personal(it, record));
    }

    private static Stream<String> personal(RecordComponent component, Record of) {
        var value = valueOf(component, of);
        if (value == null) {
            return Stream.empty();
        }
        var personal = component.getAnnotation(Personal.class);
        return personal != null ? Stream.of(personal.value()) : value instanceof Record it ? personal(it) : Stream.empty();
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return empty when it is not about a person who can be erased */
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
            case InvitationIssued it -> it.inviter();
            case NewInvitationRequested it -> it.inviter();
            default -> null;
        };
    }
}
