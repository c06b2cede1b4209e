package roster.http.access;

import roster.contract.role.Permission;

/** The caller is known, and may not. Not a failure, so without a stack trace. */
public final class Denied extends RuntimeException {
    private static final String VISIBLE = "visible";

    private final String needed;
    private final String detail;

    private Denied(String needed, String detail) {
        super(detail, null, false, false);
        this.needed = needed;
        this.detail = detail;
    }

    static Denied without(Permission missing) {
        return new Denied(missing.value(), "This needs the permission " + missing.value() + ".");
    }

    static Denied toAllButNotificationService() {
        return new Denied("notification-service", "This is for notification-service only.");
    }

    static Denied toAllButOperators() {
        return new Denied("operator", "This is for operators only.");
    }

    /** To programs, whatever they may do. */
    public static Denied toAllButPeople() {
        return new Denied("person", "This needs somebody who has signed in.");
    }

    /** The organization is none of the caller's business: for them it does not exist. */
    static Denied invisible() {
        return new Denied(VISIBLE, "There is no such organization.");
    }

    boolean isInvisible() {
        return needed.equals(VISIBLE);
    }

    /** The permission that is missing, or {@code operator}, {@code notification-service}, {@code person} or {@code visible}. */
    String needed() {
        return needed;
    }

    String detail() {
        return detail;
    }
}
