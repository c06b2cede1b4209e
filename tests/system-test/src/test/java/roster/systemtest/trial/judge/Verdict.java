package roster.systemtest.trial.judge;

import java.util.List;

/**
 * What the checks say.
 *
 * @param faults       what is not as it must be; empty if all is well
 * @param events       number of events in the store
 * @param recordsAgain number of records of Kafka that came again
 * @param emails       number of e-mails that the mail server has accepted
 * @param emailsAgain  number of those that it had accepted before, each with a cause
 */
public record Verdict(List<String> faults, long events, long recordsAgain, long emails, long emailsAgain) {}
