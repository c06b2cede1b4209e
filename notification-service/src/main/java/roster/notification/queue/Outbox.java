package roster.notification.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.mail.MailFailure;
import roster.notification.queue.EmailMetrics.Outcome;

/**
 * Leases queued e-mails to workers and records each delivery result. Leases expire, so that e-mails of a worker that died are leased again.
 * After its lease, a worker's result is recorded only if the e-mail was sent.
 */
@Component
public final class Outbox {
    private static final String TO_TAKE = "status in ('due', 'sending') and take_at <= now()";
    /**
     * Round robin over the organizations by id, starting after the last one served: one e-mail of each per round, until the limit is reached.
     * Reads only as many organizations and e-mails as one call may need, however many are waiting.
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
                        order by recorded_at, event_id, recipient limit 4 * :limit) as its
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
            with ended as (
                update notification.letter set status = 'cancelled', reason = ending.reason, settled_at = now()
                  from notification.ending
                 where event_id = :event and recipient = :recipient and status = 'sending' and attempts = :attempt
                   and ending.member_id = letter.member_id and ending.sequence > letter.sequence
                returning letter.event_id)
            select (select count(*) from ended) as cancelled,
                   (select count(*) from notification.letter
                     where event_id = :event and recipient = :recipient and status = 'sending' and attempts = :attempt) as leased""";
    private static final String IF_STILL_LEASED = " where event_id = :event and recipient = :recipient"
            + " and status = 'sending' and attempts = :attempt";

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

    /** False when its invitation has ended, which cancels it, or when another worker has leased it. */
    public boolean isStillOwed(LeasedEmail leased) {
        return jdbc.sql(STILL_OWED)
                .param("event", leased.id().eventId()).param("recipient", leased.id().recipient().value())
                .param("attempt", leased.attempt())
                .query((row, _) -> {
                    metrics.count(Outcome.CANCELLED, row.getInt("cancelled"));
                    return row.getInt("leased") > row.getInt("cancelled");
                }).single();
    }

    /** Records that it was sent, even if another worker has leased it meanwhile. */
    public void sent(LeasedEmail leased) {
        jdbc.sql("""
                update notification.letter set status = 'sent', reason = null, settled_at = now()
                 where event_id = :event and recipient = :recipient and status <> 'sent'""")
                .param("event", leased.id().eventId()).param("recipient", leased.id().recipient().value())
                .update();
    }

    /**
     * Records that it cannot be delivered.
     *
     * @param answer status of the relay's last answer; null when there was none
     */
    public void failed(LeasedEmail leased, MailFailure failure, @Nullable String answer, String reason) {
        jdbc.sql("""
                update notification.letter
                   set status = 'failed', settled_at = now(), failure = :failure, answer = :answer, reason = :reason""" + IF_STILL_LEASED)
                .param("failure", failure.value()).param("answer", answer).param("reason", reason)
                .param("event", leased.id().eventId()).param("recipient", leased.id().recipient().value())
                .param("attempt", leased.attempt())
                .update();
    }

    /** Schedules another attempt after {@code pause}. */
    public void deferred(LeasedEmail leased, String reason, Duration pause) {
        update(leased, "set status = 'due', take_at = now() + :pause * interval '1 ms', reason = :reason", reason, pause);
    }

    /** Undoes the lease, but stores {@code reason}. */
    public void putBack(LeasedEmail leased, @Nullable String reason) {
        update(leased, "set status = 'due', take_at = now(), attempts = attempts - 1, reason = :reason", reason, Duration.ZERO);
    }

    private void update(LeasedEmail leased, String change, @Nullable String reason, Duration pause) {
        jdbc.sql("update notification.letter " + change + IF_STILL_LEASED)
                .param("reason", reason).param("pause", pause.toMillis())
                .param("event", leased.id().eventId()).param("recipient", leased.id().recipient().value())
                .param("attempt", leased.attempt())
                .update();
    }

    private static Optional<LeasedEmail> taken(ResultSet row) throws SQLException {
        return row.getString("status").equals("sending") ? Optional.of(leased(row)) : Optional.empty();
    }

    private static LeasedEmail leased(ResultSet row) throws SQLException {
        return new LeasedEmail(EmailTable.read(row), row.getInt("attempts"));
    }
}
