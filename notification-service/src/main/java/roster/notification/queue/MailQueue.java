package roster.notification.queue;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import roster.notification.entry.Email;
import roster.notification.entry.Ending;
import roster.notification.entry.Entries;
import roster.notification.entry.Told;
import roster.notification.queue.EmailMetrics.Outcome;

/** Writes entries to the mail queue. Idempotent, and independent of the order of entries. */
@Component
public final class MailQueue {
    private static final String END = """
            insert into notification.ending as known (%s)
            select distinct on (member_id) * from %s
             order by member_id, sequence desc
            on conflict (member_id) do update set sequence = excluded.sequence, reason = excluded.reason
             where known.sequence < excluded.sequence""".formatted(Ending.COLUMNS.names(), Ending.COLUMNS.unnest("news"));
    private static final String CANCEL = """
            update notification.letter as letter set status = 'cancelled', reason = ending.reason, settled_at = now()
              from notification.ending
             where ending.member_id = any (?::uuid[]) and letter.member_id = ending.member_id
               and letter.sequence < ending.sequence and letter.status = 'due'""";
    private static final String OWE = """
            insert into notification.letter (%s, status, reason, settled_at, failure, answer, reported, reported_at)
            select %s,
                   case when told.result is not null then told.result when ending.sequence is not null or late then 'cancelled'
                        when not inviter_gone then 'due' when owed.recipient = 'invitee' then 'failed' else 'cancelled' end,
                   case when told.result is not null then null when ending.sequence is not null then ending.reason
                        when late then 'it was too late when it arrived' when inviter_gone then 'the inviter was erased' end,
                   case when told.result is not null or ending.sequence is not null or late or inviter_gone then now() end,
                   case when told.result is not null then told.failure
                        when owed.recipient = 'invitee' and inviter_gone and ending.sequence is null and not late then 'inviter_erased' end,
                   told.answer, told.result, case when told.result is not null then now() end
              from %s
             cross join lateral (select deadline <= now() as late,
                                        exists (select from notification.erased where member_id = owed.member_id) as gone,
                                        inviter_id is not null and (inviter_name is null or exists (
                                            select from notification.erased where member_id = owed.inviter_id)) as inviter_gone) as found
              left join notification.ending on ending.member_id = owed.member_id and ending.sequence > owed.sequence
              left join notification.told on told.invitation_id = owed.invitation_id and told.issue = owed.issue
                    and told.recipient = owed.recipient and owed.occasion = 'invited'
            on conflict (event_id, recipient) do nothing"""
            .formatted(EmailTable.COLUMNS.names(), EmailTable.COLUMNS.names(MailQueue::unlessErased), EmailTable.OWED.unnest("owed"));
    private static final String SETTLE = """
            with news as (%1$s),
            settled as (
                update notification.letter as letter
                   set status = result, failure = news.failure, answer = news.answer, reason = null, settled_at = now(),
                       reported = result, reported_at = now()
                  from news
                 where letter.invitation_id = news.invitation_id and letter.issue = news.issue and letter.recipient = news.recipient
                   and letter.occasion = 'invited' and letter.status in ('due', 'sending'))
            insert into notification.told as known (%2$s)
            select distinct on (invitation_id, issue, recipient) * from news
             where not exists (select from notification.letter
                                where letter.invitation_id = news.invitation_id and letter.issue = news.issue
                                  and letter.recipient = news.recipient and letter.occasion = 'invited')
             order by invitation_id, issue, recipient, result desc
            on conflict (invitation_id, issue, recipient) do update
               set result = excluded.result, failure = excluded.failure, answer = excluded.answer
             where known.result = 'failed'""".formatted(Told.COLUMNS.selectUnnest("news"), Told.COLUMNS.names());

    private static final String ERASE = """
            insert into notification.erased (member_id) select unnest(?::uuid[]) on conflict do nothing""";
    /** Also clears the relay's answer, which may quote the address. */
    private static final String FORGET_INVITEES = """
            update notification.letter
               set invitee_name = null, invitee_email = null, reason = case when status = 'cancelled' then reason end
             where member_id = any (?::uuid[])""";
    /** An e-mail to an invitee names the inviter, so it fails, visibly, when the inviter has been erased before it was sent. */
    private static final String FORGET_INVITERS = """
            update notification.letter
               set inviter_name = null, inviter_email = null,
                   status = case when status not in ('due', 'sending') then status when recipient = 'invitee' then 'failed' else 'cancelled' end,
                   failure = case when status in ('due', 'sending') and recipient = 'invitee' then 'inviter_erased' else failure end,
                   reason = case when status in ('due', 'sending') then 'the inviter was erased'
                                 when recipient = 'inviter' and status <> 'cancelled' then null else reason end,
                   settled_at = coalesce(settled_at, now())
             where inviter_id = any (?::uuid[])""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EmailSignal signal;
    private final EmailMetrics metrics;

    MailQueue(JdbcClient jdbc, TransactionTemplate transaction, EmailSignal signal, EmailMetrics metrics) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.signal = signal;
        this.metrics = metrics;
    }

    /** Commits all entries, or throws and writes none. */
    public void write(Entries entries) {
        transaction.executeWithoutResult(_ -> {
            takeTurns(entries);
            end(entries.endings());
            owe(entries.emails());
            settle(entries.told());
            erase(entries.erased());
        });
        if (!entries.emails().isEmpty()) {
            signal.emailsWritten();
        }
    }

    /**
     * Locks out concurrent writes of an e-mail and of its result or an erasure, which come from other partitions: neither transaction would
     * see the rows of the other.
     */
    private void takeTurns(Entries entries) {
        boolean aboutOthers = !entries.told().isEmpty() || !entries.erased().isEmpty();
        if (aboutOthers || !entries.emails().isEmpty()) {
            jdbc.sql(aboutOthers ? "select pg_advisory_xact_lock(3, 1)" : "select pg_advisory_xact_lock_shared(3, 1)")
                    .query((_, _) -> true).single();
        }
    }

    private void end(List<Ending> endings) {
        if (endings.isEmpty()) {
            return;
        }
        jdbc.sql(END).params(Ending.COLUMNS.arrays(endings)).update();
        var members = endings.stream().map(Ending::memberId).toArray(UUID[]::new);
        metrics.count(Outcome.CANCELLED, jdbc.sql(CANCEL).param(members).update());
    }

    private void owe(List<Email> emails) {
        if (emails.isEmpty()) {
            return;
        }
        jdbc.sql(OWE).params(EmailTable.OWED.arrays(emails)).update();
    }

    private static String unlessErased(String column) {
        return switch (column) {
            case "invitee_name", "invitee_email" -> "case when not gone then owed." + column + " end";
            case "inviter_name", "inviter_email" -> "case when not inviter_gone then owed." + column + " end";
            default -> "owed." + column;
        };
    }

    private void settle(List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql(SETTLE).params(Told.COLUMNS.arrays(told)).update();
    }

    private void erase(List<UUID> erased) {
        if (erased.isEmpty()) {
            return;
        }
        var members = erased.toArray(UUID[]::new);
        jdbc.sql(ERASE).param(members).update();
        jdbc.sql(FORGET_INVITEES).param(members).update();
        jdbc.sql(FORGET_INVITERS).param(members).update();
    }
}
