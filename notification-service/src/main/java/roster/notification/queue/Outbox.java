package roster.notification.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.notification.entry.EmailId;
import roster.notification.queue.EmailMetrics.Outcome;
import roster.sql.Columns;
import roster.sql.SqlType;

/**
 * Leases queued e-mails to workers and records each delivery result. Leases expire, so that e-mails of a worker that died are leased again.
 * After its lease, a worker's result is recorded only if the e-mail was sent.
 */
@Component
public final class Outbox {
    private static final String TO_TAKE = "status in ('due', 'sending') and take_at <= now()";
    /**
     * Round robin over the organizations by id, starting after the last one served: one e-mail of each per round, until the limit is reached.
     * Reads only as many organizations and e-mails as one call may need, however many are waiting: of each organization its share, with a
     * reserve for those that another process locks.
     */
    private static final String TAKE = """
            with recursive round as (
                (select organization_id, false as wrapped, 1 as place from notification.letter
                  where %1$s and organization_id > :after order by organization_id limit 1)
                union all
                (select organization_id, true, 1 from notification.letter
                  where %1$s and organization_id <= :after order by organization_id limit 1)
                union all
                select next.organization_id, wrapped, place + 1
                  from round cross join lateral (
                       select organization_id from notification.letter
                        where %1$s and organization_id > round.organization_id and (not wrapped or organization_id <= :after)
                        order by organization_id limit 1) as next
                 where place < :limit),
            oldest as materialized (
                select event_id, recipient, wrapped, organization_id,
                       row_number() over (partition by organization_id order by recorded_at, event_id, recipient) as turn
                  from round cross join lateral (
                       select event_id, recipient, recorded_at from notification.letter
                        where %1$s and organization_id = round.organization_id
                        order by recorded_at, event_id, recipient
                        limit (select 4 * :limit / count(*) + 1 from round)) as its
                 where not exists (select from notification.reading where position < goal)),
            next as materialized (
                select letter.event_id, letter.recipient, turn, wrapped, ending.reason as ended
                  from oldest join notification.letter using (event_id, recipient)
                  left join notification.ending on ending.member_id = letter.member_id and ending.sequence > letter.sequence
                 where %1$s
                 order by turn, wrapped, oldest.organization_id
                 limit :limit
                   for update of letter skip locked),
            taken as (
                update notification.letter
                   set status = case when ended is null then 'sending' else 'cancelled' end,
                       reason = coalesce(ended, reason),
                       settled_at = case when ended is not null then now() end,
                       attempts = case when ended is null then attempts + 1 else attempts end,
                       take_at = now() + :lease * interval '1 ms'
                  from next
                 where letter.event_id = next.event_id and letter.recipient = next.recipient
                returning letter.*, turn, wrapped)
            select * from taken order by turn, wrapped, organization_id""".formatted(TO_TAKE);
    private static final String STILL_OWED = """
            with leased as (
                select letter.event_id, letter.recipient, letter.attempts, ending.reason as ended
                  from %s
                  join notification.letter on letter.event_id = asked.event_id and letter.recipient = asked.recipient
                   and letter.status = 'sending' and letter.attempts = asked.attempts
                  left join notification.ending on ending.member_id = letter.member_id and ending.sequence > letter.sequence),
            cancelled as (
                update notification.letter set status = 'cancelled', reason = leased.ended, settled_at = now()
                  from leased
                 where letter.event_id = leased.event_id and letter.recipient = leased.recipient and leased.ended is not null
                   and letter.status = 'sending' and letter.attempts = leased.attempts)
            select event_id, recipient, attempts, ended is not null as cancelled from leased""".formatted(Asked.COLUMNS.unnest("asked"));
    private static final String RECORD = """
            update notification.letter
               set status = result.status, failure = result.failure, answer = result.answer, reason = result.reason,
                   settled_at = case when result.status <> 'due' then now() end,
                   take_at = case when result.status = 'due' then now() + result.pause * interval '1 ms' else letter.take_at end,
                   attempts = letter.attempts - result.not_counted
              from %s
             where letter.event_id = result.event_id and letter.recipient = result.recipient
               and case when result.status = 'sent' then letter.status <> 'sent'
                        else letter.status = 'sending' and letter.attempts = result.attempt end"""
            .formatted(DeliveryResult.COLUMNS.unnest("result"));

    private final JdbcClient jdbc;
    private final EmailMetrics metrics;
    private final AtomicReference<UUID> lastServed = new AtomicReference<>(new UUID(0, 0));

    Outbox(JdbcClient jdbc, EmailMetrics metrics) {
        this.jdbc = jdbc;
        this.metrics = metrics;
    }

    /**
     * Leases at most {@code limit} e-mails: of each organization in turn, oldest first. None until a new queue has read all that the topic
     * contained at its creation.
     */
    public List<LeasedEmail> take(int limit, Duration lease) {
        var taken = jdbc.sql(TAKE).param("after", lastServed.get()).param("limit", limit).param("lease", lease.toMillis())
                .query((row, _) -> taken(row)).list();
        var leased = taken.stream().flatMap(Optional::stream).toList();
        if (!leased.isEmpty()) {
            lastServed.set(leased.getLast().email().invitation().organizationId());
        }
        metrics.count(Outcome.CANCELLED, taken.size() - leased.size());
        return leased;
    }

    /** Those whose invitation has not ended, and which no other worker has leased. Those whose invitation has ended are cancelled. */
    public Set<LeasedEmail> stillOwed(Collection<LeasedEmail> leased) {
        var owed = new HashSet<Asked>();
        jdbc.sql(STILL_OWED).params(Asked.COLUMNS.arrays(leased.stream().map(Asked::of).toList())).query(row -> {
            if (row.getBoolean("cancelled")) {
                metrics.count(Outcome.CANCELLED, 1);
            } else {
                owed.add(new Asked(EmailTable.id(row), row.getInt("attempts")));
            }
        });
        return leased.stream().filter(it -> owed.contains(Asked.of(it))).collect(Collectors.toSet());
    }

    /** Commits all results, or throws and commits none. */
    public void record(Collection<DeliveryResult> results) {
        var sent = results.stream().filter(DeliveryResult::isSent).map(DeliveryResult::id).collect(Collectors.toSet());
        // a sent e-mail that was leased twice has two results, and must not become due again
        var one = results.stream().filter(it -> it.isSent() || !sent.contains(it.id())).toList();
        jdbc.sql(RECORD).params(DeliveryResult.COLUMNS.arrays(one)).update();
    }

    /** An e-mail and the attempt for which it was leased. */
    private record Asked(EmailId id, int attempt) {
        static final Columns<Asked> COLUMNS = new Columns<>();

        static {
            COLUMNS.add("event_id", SqlType.UUID, it -> it.id.eventId());
            COLUMNS.add("recipient", SqlType.TEXT, it -> it.id.recipient().value());
            COLUMNS.add("attempts", SqlType.INTEGER, Asked::attempt);
        }

        static Asked of(LeasedEmail leased) {
            return new Asked(leased.id(), leased.attempt());
        }
    }

    private static Optional<LeasedEmail> taken(ResultSet row) throws SQLException {
        return row.getString("status").equals("sending") ? Optional.of(leased(row)) : Optional.empty();
    }

    private static LeasedEmail leased(ResultSet row) throws SQLException {
        return new LeasedEmail(EmailTable.read(row), row.getInt("attempts"));
    }
}
