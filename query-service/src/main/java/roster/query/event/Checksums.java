package roster.query.event;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.proof.Checksum;

/** Computes checksums of ranges of an organization's events from the running checksums of two of its rows. */
@Component
public final class Checksums {
    private static final Counted NONE = new Counted(0, Checksum.EMPTY);

    private final JdbcClient jdbc;

    Checksums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Counted(long events, Checksum checksum) {
        Counted minus(Counted others) {
            return new Counted(events - others.events, checksum.minus(others.checksum));
        }
    }

    /** Of the events with {@code after < position <= upTo}. */
    public Counted of(UUID organizationId, long after, long upTo) {
        return after >= upTo ? NONE : upTo(organizationId, upTo).minus(upTo(organizationId, after));
    }

    private Counted upTo(UUID organizationId, long position) {
        return jdbc.sql("select number, checksum from event where organization_id = ? and position <= ? order by position desc limit 1")
                .param(organizationId).param(position)
                .query((row, _) -> new Counted(row.getLong(1), Checksum.of(row.getBytes(2)))).optional().orElse(NONE);
    }
}
