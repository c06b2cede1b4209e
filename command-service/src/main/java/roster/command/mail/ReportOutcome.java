package roster.command.mail;

import roster.contract.word.Word;

/** Outcome of a report of a delivery result. */
enum ReportOutcome implements Word {
    /** It is recorded, now or since an earlier report. */
    RECORDED,
    /** There is no such invitation e-mail. */
    UNKNOWN,
    /** An event of the member or of the invitation's e-mails cannot be read. */
    UNREADABLE
}
