package roster.contract.event;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
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
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;

/** The name under which an event is stored. It outlives the class, and is never given to another event. */
public enum EventType {
    ORGANIZATION_REGISTERED("organization.registered", 1, OrganizationRegistered.class),
    ORGANIZATION_LOCALE_CHANGED("organization.locale_changed", 1, OrganizationLocaleChanged.class),
    MEMBER_INVITED("member.invited", 1, MemberInvited.class),
    INVITATION_RESENT("member.invitation_resent", 1, InvitationResent.class),
    INVITATION_ACCEPTED("member.invitation_accepted", 1, InvitationAccepted.class),
    INVITATION_DECLINED("member.invitation_declined", 1, InvitationDeclined.class),
    INVITATION_REVOKED("member.invitation_revoked", 1, InvitationRevoked.class),
    INVITATION_EXPIRED("member.invitation_expired", 1, InvitationExpired.class),
    NEW_INVITATION_REQUESTED("member.new_invitation_requested", 1, NewInvitationRequested.class),
    MEMBER_ROLE_CHANGED("member.role_changed", 1, MemberRoleChanged.class),
    MEMBER_SUSPENDED("member.suspended", 1, MemberSuspended.class),
    MEMBER_REACTIVATED("member.reactivated", 1, MemberReactivated.class),
    MEMBER_DELETED("member.deleted", 1, MemberDeleted.class),
    MEMBER_ERASED("member.erased", 1, MemberErased.class),
    INVITATION_MAIL_SENT("invitation_mail.sent", 1, InvitationMailSent.class),
    INVITATION_MAIL_FAILED("invitation_mail.failed", 1, InvitationMailFailed.class),
    API_TOKEN_CREATED("api_token.created", 1, ApiTokenCreated.class),
    API_TOKEN_REVOKED("api_token.revoked", 1, ApiTokenRevoked.class);

    private static final Map<String, EventType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::storedName, Function.identity()));
    private static final Map<Class<? extends Event>, EventType> BY_CLASS = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

    private final String storedName;
    private final int revision;
    private final Class<? extends Event> eventClass;

    EventType(String storedName, int revision, Class<? extends Event> eventClass) {
        this.storedName = storedName;
        this.revision = revision;
        this.eventClass = eventClass;
    }

    public static EventType of(Event event) {
        return known(BY_CLASS.get(event.getClass()), event.getClass().getName());
    }

    /** @throws IllegalArgumentException for a name that this version does not know */
    public static EventType named(String storedName) {
        return known(BY_NAME.get(storedName), storedName);
    }

    private static EventType known(@Nullable EventType type, String what) {
        if (type == null) {
            throw new IllegalArgumentException("no such event: " + what);
        }
        return type;
    }

    /** {@code aggregate.event}, as in the event store and on Kafka. */
    public String storedName() {
        return storedName;
    }

    /** The {@code organization} of {@code organization.registered}. */
    public String aggregateName() {
        return storedName.substring(0, storedName.indexOf('.'));
    }

    /** The shape in which this version writes the event. */
    public int revision() {
        return revision;
    }

    public Class<? extends Event> eventClass() {
        return eventClass;
    }
}
