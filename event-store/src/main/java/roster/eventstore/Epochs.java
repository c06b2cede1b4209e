package roster.eventstore;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Epochs of the event store. A restore from a backup begins a new one; the upper bits of a position are its epoch. */
public final class Epochs {
    private static final int POSITION_BITS = 36;

    private final JdbcClient jdbc;
    private volatile @Nullable UUID storeId;

    public Epochs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The epoch of a position, from 0. */
    public static int of(long position) {
        return (int) (position >> POSITION_BITS);
    }

    /** Identity of the store, which its backups share. */
    public UUID storeId() {
        var known = storeId;
        if (known == null) {
            known = jdbc.sql("select store_id from event_store.store").query(UUID.class).single();
            storeId = known;
        }
        return known;
    }

    public int current() {
        return jdbc.sql("select max(number) from event_store.epoch").query(Integer.class).single();
    }

    /** True for a position of a time that a restore has undone. */
    public boolean isLost(long position) {
        return jdbc.sql("select exists (select from event_store.epoch where number > ? and lost_after < ?)")
                .param(of(position)).param(position).query(Boolean.class).single();
    }

    /** Begins an epoch, whose positions are greater than all before. */
    public int begin(int atLeast) {
        return jdbc.sql("select event_store.begin_epoch(?)").param(atLeast).query(Integer.class).single();
    }
}
