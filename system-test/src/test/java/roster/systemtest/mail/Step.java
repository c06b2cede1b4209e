package roster.systemtest.mail;

/** Where a conversation between a sender and a mail server may take a turn. */
enum Step {
    CONNECT,
    EHLO,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /** The letter has come to its final dot, and nobody has it yet. */
    DOT,
    /** The server has the letter, and has not said so yet. */
    ACCEPTED,
    /** It has said so. Whatever a whim answers comes too late. */
    ANSWERED
}
