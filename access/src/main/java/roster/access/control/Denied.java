package roster.access.control;

import roster.contract.role.Permission;

/** The authenticated caller lacks a right. Has no stack trace. */
public final class Denied extends RuntimeException {
    private static final String VISIBLE = "visible";

    private final String needed;
    private final String detail;

    private Denied(String needed, String detail) {
        super(detail, null, false, false);
        this.needed = needed;
        this.detail = detail;
    }

    public static Denied without(Permission missing) {
        return new Denied(missing.value(), "This requires the permission " + missing.value() + ".");
    }

    static Denied toAllButNotificationService() {
        return new Denied("notification-service", "This is for notification-service only.");
    }

    static Denied toAllButOperators() {
        return new Denied("operator", "This is for operators only.");
    }

    /** For requests that API tokens may not send, whatever their scopes. */
    public static Denied toAllButPeople() {
        return new Denied("person", "This requires a signed-in person. API tokens cannot do this.");
    }

    static Denied toAllButTheMember() {
        return new Denied("oneself", "Only the member can do this, as a signed-in person.");
    }

    /** For organizations that the caller has no access to: for this caller they do not exist. */
    static Denied invisible() {
        return new Denied(VISIBLE, "There is no such organization.");
    }

    /** The same, of the member in whose name a command was sent. */
    public Denied ofNamedMember() {
        return new Denied(needed, "The member in On-Behalf-Of does not have permission to do this. " + detail);
    }

    boolean isInvisible() {
        return needed.equals(VISIBLE);
    }

    /** The missing permission, or {@code operator}, {@code notification-service}, {@code person}, {@code oneself} or {@code visible}. */
    String needed() {
        return needed;
    }

    String detail() {
        return detail;
    }
}
