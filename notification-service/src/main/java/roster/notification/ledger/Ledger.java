package roster.notification.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import roster.notification.ledger.LetterMetrics.Outcome;
import roster.notification.ledger.Occasion.Requested;

/** Writes down what is owed. Safe to repeat, in any amount and order. */
@Component
public final class Ledger {
    private static final String END = """
            insert into notification.ending as known (member_id, sequence, reason)
            select distinct on (member_id) member_id, sequence, reason
              from unnest(?::uuid[], ?::bigint[], ?::text[]) as news (member_id, sequence, reason)
             order by member_id, sequence desc
            on conflict (member_id) do update set sequence = excluded.sequence, reason = excluded.reason
             where known.sequence < excluded.sequence""";
    private static final String CANCEL = """
            update notification.letter as letter set status = 'cancelled', reason = ending.reason, settled_at = now()
              from notification.ending
             where ending.member_id = any (?::uuid[]) and letter.member_id = ending.member_id
               and letter.sequence < ending.sequence and letter.status = 'due'""";
    private static final String OWE = """
            insert into notification.letter (event_id, recipient, member_id, sequence, recorded_at, invitation_id, issue, organization,
                                             role, invitee_name, invitee_email, inviter_name, inviter_email, expires_at,
                                             occasion, organization_id, locale, status, reason, settled_at)
            select owed.*, case when ending is null then 'due' else 'cancelled' end, ending.reason,
                   case when ending is not null then now() end
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::integer[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[])
                     as owed (event_id, recipient, member_id, sequence, recorded_at, invitation_id, issue, organization,
                              role, invitee_name, invitee_email, inviter_name, inviter_email, expires_at, occasion,
                              organization_id, locale)
              left join notification.ending on ending.member_id = owed.member_id and ending.sequence > owed.sequence
            on conflict (event_id, recipient) do nothing""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LetterSignal signal;
    private final LetterMetrics metrics;

    Ledger(JdbcClient jdbc, TransactionTemplate transaction, LetterSignal signal, LetterMetrics metrics) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.signal = signal;
        this.metrics = metrics;
    }

    /** Commits the entries, or throws and has written none of them. */
    public void write(Entries entries) {
        transaction.executeWithoutResult(_ -> {
            end(entries.endings());
            owe(entries.letters());
        });
        signal.lettersWritten(entries.letters().size());
    }

    private void end(List<Ending> endings) {
        if (endings.isEmpty()) {
            return;
        }
        var members = texts(endings, Ending::memberId);
        jdbc.sql(END).param(members).param(numbers(endings, Ending::sequence)).param(texts(endings, Ending::reason)).update();
        metrics.count(Outcome.CANCELLED, jdbc.sql(CANCEL).param(members).update());
    }

    private void owe(List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql(OWE)
                .param(texts(letters, it -> it.id().eventId()))
                .param(texts(letters, it -> it.id().recipient().value()))
                .param(invitations(letters, Invitation::memberId))
                .param(numbers(letters, Letter::sequence))
                .param(texts(letters, Letter::recordedAt))
                .param(invitations(letters, Invitation::invitationId))
                .param(invitations(letters, Invitation::issue))
                .param(invitations(letters, Invitation::organization))
                .param(invitations(letters, it -> it.role().value()))
                .param(invitations(letters, it -> it.invitee().name()))
                .param(invitations(letters, it -> it.invitee().email()))
                .param(invitations(letters, it -> it.inviter() == null ? null : it.inviter().name()))
                .param(invitations(letters, it -> it.inviter() == null ? null : it.inviter().email()))
                .param(invitations(letters, Invitation::expiresAt))
                .param(texts(letters, it -> it.occasion() instanceof Requested ? "requested" : "invited"))
                .param(texts(letters, it -> it.occasion() instanceof Requested(var organizationId) ? organizationId : null))
                .param(invitations(letters, it -> it.language().tag()))
                .update();
    }

    private static @Nullable String[] invitations(List<Letter> letters, Function<Invitation, @Nullable Object> column) {
        return texts(letters, it -> column.apply(it.invitation()));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream().map(column).map(it -> it == null ? null : it.toString()).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }
}
