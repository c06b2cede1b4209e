package roster.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.Language;
import roster.contract.event.MailFailure;
import roster.contract.role.Role;
import roster.notification.ledger.LetterMetrics.Outcome;

/**
 * Hands letters of the ledger to workers and notes what became of them. A lease ends by itself, so that the letters of a worker that
 * died are taken up again; what a worker reports after that counts only if the letter has left.
 */
@Component
public final class Outbox {
    private static final String TAKE = """
            with next as materialized (
                select letter.event_id, letter.recipient, ending.reason as ended
                  from notification.letter
                  left join notification.ending on ending.member_id = letter.member_id and ending.sequence > letter.sequence
                 where letter.status in ('due', 'sending') and letter.take_at <= now()
                 order by letter.take_at
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
                returning letter.*)
            select * from taken order by recorded_at""";
    private static final String IF_STILL_LEASED = " where event_id = :event and recipient = :recipient"
            + " and status = 'sending' and attempts = :attempt";

    private final JdbcClient jdbc;
    private final LetterMetrics metrics;

    Outbox(JdbcClient jdbc, LetterMetrics metrics) {
        this.jdbc = jdbc;
        this.metrics = metrics;
    }

    /** At most {@code limit} letters that nobody else will touch for the length of the lease. */
    public List<LeasedLetter> take(int limit, Duration lease) {
        var taken = jdbc.sql(TAKE).param("limit", limit).param("lease", lease.toMillis()).query((row, _) -> taken(row)).list();
        var leased = taken.stream().flatMap(Optional::stream).toList();
        metrics.count(Outcome.CANCELLED, taken.size() - leased.size());
        return leased;
    }

    /** It has left, whoever holds the lease by now. */
    public void sent(LeasedLetter leased) {
        jdbc.sql("""
                update notification.letter set status = 'sent', reason = null, settled_at = now()
                 where event_id = :event and recipient = :recipient and status <> 'sent'""")
                .param("event", leased.id().eventId()).param("recipient", leased.id().recipient().value())
                .update();
    }

    /**
     * It will never leave.
     *
     * @param answer the status of the relay's last one; null when there was none
     */
    public void failed(LeasedLetter leased, MailFailure failure, @Nullable String answer, String reason) {
        jdbc.sql("""
                update notification.letter
                   set status = 'failed', settled_at = now(), failure = :failure, answer = :answer, reason = :reason""" + IF_STILL_LEASED)
                .param("failure", failure.name().toLowerCase(Locale.ROOT)).param("answer", answer).param("reason", reason)
                .param("event", leased.id().eventId()).param("recipient", leased.id().recipient().value())
                .param("attempt", leased.attempt())
                .update();
    }

    /** To be tried again after {@code pause}. */
    public void deferred(LeasedLetter leased, String reason, Duration pause) {
        update(leased, "set status = 'due', take_at = now() + :pause * interval '1 ms', reason = :reason", reason, pause);
    }

    /** As if it had not been taken, but for {@code reason}. */
    public void putBack(LeasedLetter leased, @Nullable String reason) {
        update(leased, "set status = 'due', take_at = now(), attempts = attempts - 1, reason = :reason", reason, Duration.ZERO);
    }

    private void update(LeasedLetter leased, String change, @Nullable String reason, Duration pause) {
        jdbc.sql("update notification.letter " + change + IF_STILL_LEASED)
                .param("reason", reason).param("pause", pause.toMillis())
                .param("event", leased.id().eventId()).param("recipient", leased.id().recipient().value())
                .param("attempt", leased.attempt())
                .update();
    }

    private static Optional<LeasedLetter> taken(ResultSet row) throws SQLException {
        return row.getString("status").equals("sending") ? Optional.of(leased(row)) : Optional.empty();
    }

    private static LeasedLetter leased(ResultSet row) throws SQLException {
        var id = new LetterId(row.getObject("event_id", UUID.class), Recipient.of(row.getString("recipient")));
        return new LeasedLetter(new Letter(id, row.getLong("sequence"), instant(row, "recorded_at"),
                Occasion.of(row.getObject("organization_id", UUID.class)), invitation(row)),
                row.getInt("attempts"));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        var inviter = row.getString("inviter_name");
        return new Invitation(row.getObject("member_id", UUID.class), row.getObject("invitation_id", UUID.class), row.getInt("issue"),
                row.getString("organization"), Language.of(row.getString("locale")), Role.of(row.getString("role")),
                new Person(row.getString("invitee_name"), row.getString("invitee_email")),
                inviter == null ? null : new Person(inviter, row.getString("inviter_email")),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
