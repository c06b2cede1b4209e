package roster.command.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.command.erasure.ErasureCertificate.Copy;
import roster.command.erasure.ErasureCertificate.Place;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.stored.EventType;

/** Creates erasure certificates from recorded events. A repeated request returns the same certificate. */
@Component
public class ErasureCertificates {
    /** Maximum retention of backups of the key store; see {@code docs/privacy.md}. */
    private static final Duration KEY_BACKUPS = Duration.ofDays(30);
    private static final List<Place> ERASED = List.of(
            new Place("event_store", "name, address, account at the identity provider, reasons, client addresses and names of tokens:"
                    + " sealed, and the key is destroyed"),
            new Place("command", "stored answers for retries that named the member"),
            new Place("access", "the last sign-in"),
            new Place("views", "members, their history and tokens"),
            new Place("notification", "e-mails to the member, and the member as the inviter in e-mails to others"),
            new Place(MemberStateTopic.NAME, "the state of the member, by a tombstone"));

    private final JdbcClient jdbc;
    private final CopyRetention retention;
    private final String queries;

    /** @param queries address of query-service */
    ErasureCertificates(JdbcClient jdbc, CopyRetention retention, @Value("${roster.publisher.schemas}") String queries) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.queries = queries;
    }

    /** The member must have been erased, possibly in the current transaction. */
    public ErasureCertificate of(UUID memberId) {
        return jdbc.sql("""
                select organization_id, recorded_at, event_id, position from event_store.event where aggregate_id = ? and event_type = ?""")
                .param(memberId).param(EventType.of(MemberErased.class).storedName())
                .query((row, _) -> certificate(memberId, row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(), row.getObject(3, UUID.class), row.getLong(4)))
                .single();
    }

    private ErasureCertificate certificate(UUID member, UUID organization, Instant at, UUID event, long position) {
        var proof = queries + "/organizations/" + organization + "/log/proof?event=" + event;
        return new ErasureCertificate(member, organization, at, event, Long.toString(position), proof, ERASED, List.of(
                new Copy(MemberEventsTopic.NAME, at.plus(retention.events())),
                new Copy(MemberEventsTopic.DEAD_LETTERS, at.plus(retention.deadLetters())),
                new Copy(MemberStateTopic.NAME, at.plus(retention.states())),
                new Copy("backups of key_store", at.plus(KEY_BACKUPS))));
    }
}
