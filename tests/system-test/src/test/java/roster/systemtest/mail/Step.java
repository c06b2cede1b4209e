package roster.systemtest.mail;

/** Steps of an SMTP session at which a fault can occur. */
public enum Step {
    CONNECT,
    EHLO,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /** The final dot was received, and the e-mail is not accepted yet. */
    DOT,
    /** The server has accepted the e-mail, and has not confirmed it yet. */
    ACCEPTED,
    /** The server has confirmed it. The answer of a whim has no effect. */
    ANSWERED
}
