package roster.systemtest.trial.judge;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import roster.systemtest.mail.Journal.What;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.driver.Driver;
import roster.systemtest.trial.faults.Struck;

/** Waits until things are quiet, and applies all checks. */
public final class TrialJudge {
    private final DoubledRoster roster;
    private final Driver driver;

    public TrialJudge(DoubledRoster roster, Driver driver) {
        this.roster = roster;
        this.driver = driver;
    }

    /** @param struck the faults until now, which must be healed */
    public Verdict judge(List<Struck> struck) throws SQLException {
        var observed = Observed.of(roster);
        observed.awaitQuiet();
        var store = observed.store();
        var kafka = observed.kafka();
        var relay = roster.relay().journal().entries();
        var mails = new MailCheck(relay, struck);
        var faults = Stream.of(
                CommandCheck.faults(driver.journal().entries(), store),
                OrderCheck.faults(store, kafka),
                SameEventsCheck.faults(store, kafka, observed.feed()),
                mails.faults(store).stream(),
                ViewCheck.faults(observed.verification(), driver.companies(), observed.members(driver.companies())),
                ViewCheck.traces(driver.companies(), observed.traces()),
                RecoveryCheck.faults(struck)).flatMap(it -> it).toList();
        return new Verdict(faults, store.size(), OrderCheck.repeats(kafka), relay.stream().filter(it -> it.what() == What.ACCEPTED).count(),
                mails.repeats());
    }
}
