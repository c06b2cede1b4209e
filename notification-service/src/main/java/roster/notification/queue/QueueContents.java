package roster.notification.queue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.mail.MailRecipient;
import roster.notification.entry.EmailId;
import roster.notification.entry.Ending;

/** Tells what of given entries the queue has, whatever has become of them. */
@Component
public final class QueueContents {
    private static final int MOST_UNSENT = 100_000;

    private final JdbcClient jdbc;

    QueueContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An e-mail that has not been sent. */
    public record Unsent(UUID memberId, Instant recordedAt) {}

    /** True when the queue has read what the partitions contained when it was created. */
    public boolean hasRead(int partitions) {
        return jdbc.sql("select count(*) from notification.reading where position >= goal").query(Integer.class).single() >= partitions;
    }

    /** The given e-mails that are not in the queue. */
    public Set<EmailId> lacking(Collection<EmailId> ids) {
        return new HashSet<>(jdbc.sql("""
                select owed.event_id, owed.recipient from unnest(?::uuid[], ?::text[]) as owed (event_id, recipient)
                 where not exists (select from notification.letter
                                    where letter.event_id = owed.event_id and letter.recipient = owed.recipient)""")
                .param(ids.stream().map(it -> it.eventId().toString()).toArray(String[]::new))
                .param(ids.stream().map(it -> it.recipient().value()).toArray(String[]::new))
                .query((row, _) -> new EmailId(row.getObject(1, UUID.class), MailRecipient.of(row.getString(2)))).list());
    }

    /** The members of whom the queue does not know the given ending, or a later one. */
    public Set<UUID> lackingEndings(List<Ending> endings) {
        return new HashSet<>(jdbc.sql("select news.member_id from " + Ending.COLUMNS.unnest("news") + """
                 where not exists (select from notification.ending
                                    where ending.member_id = news.member_id and ending.sequence >= news.sequence)""")
                .params(Ending.COLUMNS.arrays(endings)).query(UUID.class).list());
    }

    /** The members of whom the queue does not know that they are erased. */
    public Set<UUID> lackingErasures(List<UUID> members) {
        return new HashSet<>(jdbc.sql("""
                select member_id from unnest(?::uuid[]) as gone (member_id)
                 where not exists (select from notification.erased where erased.member_id = gone.member_id)""")
                .param(members.toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** E-mails that are still to be sent, by the event that caused them. */
    public Map<UUID, Unsent> unsent() {
        var unsent = new HashMap<UUID, Unsent>();
        jdbc.sql("select event_id, member_id, recorded_at from notification.letter where status in ('due', 'sending') limit ?")
                .param(MOST_UNSENT)
                .query(row -> {
                    unsent.put(row.getObject(1, UUID.class),
                            new Unsent(row.getObject(2, UUID.class), row.getObject(3, OffsetDateTime.class).toInstant()));
                });
        return unsent;
    }
}
