package roster.notification.entry;

import roster.sql.SqlType;

/** Recipient of an e-mail. */
public enum Recipient {
    INVITEE("invitee"),
    INVITER("inviter");

    public static final SqlType<Recipient> TYPE = SqlType.TEXT.as(Recipient::of, Recipient::value);

    private final String value;

    Recipient(String value) {
        this.value = value;
    }

    /** The value in the table and in message ids. */
    public String value() {
        return value;
    }

    public static Recipient of(String value) {
        return value.equals(INVITEE.value) ? INVITEE : INVITER;
    }
}
