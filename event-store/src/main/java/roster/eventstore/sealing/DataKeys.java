package roster.eventstore.sealing;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import roster.contract.stored.Concerned;

/**
 * The data keys of members, in {@code key_store.data_key}. Sealing uses a cache of recent keys: text that is sealed with a key that was
 * destroyed meanwhile cannot be read, as intended. Opening reads the keys from the database each time, so that an erasure takes effect at once.
 */
public final class DataKeys {
    private static final Logger log = LoggerFactory.getLogger(DataKeys.class);

    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKeys masters;
    private final Unreadable unreadable;
    private final RecentKeys recent = new RecentKeys(Ticker.systemTicker());
    private volatile boolean proven;

    public DataKeys(MasterKeys masters, MeterRegistry meters) {
        this.masters = masters;
        this.unreadable = new Unreadable(meters);
    }

    /**
     * Keys to seal the events of one append, in its transaction.
     *
     * @param newMembers members without a data key
     * @throws KeyLost when a key that should exist is missing or damaged
     */
    public Sealing sealing(JdbcClient jdbc, List<Concerned> events, Set<UUID> newMembers) {
        var made = new ArrayList<NewKey>();
        var keys = new HashMap<UUID, DataKey>();
        newMembers.forEach(member -> keys.put(member, make(member, made)));
        rememberOnceCommitted(keys);
        var missing = events.stream().flatMap(Sealing::needed).filter(it -> !keys.containsKey(it) && !remembers(it, keys))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            keys.putAll(find(jdbc, missing));
            missing.forEach(member -> remember(member, found(member, keys), false));
        }
        return new Sealing(keys, made);
    }

    /** Caches new keys only after the commit: after a rollback, a retry creates other keys. */
    private void rememberOnceCommitted(Map<UUID, DataKey> made) {
        if (!made.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            var committed = Map.copyOf(made);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.forEach((member, key) -> remember(member, key, true));
                }
            });
        }
    }

    private static DataKey found(UUID member, Map<UUID, DataKey> keys) {
        var key = keys.get(member);
        if (key == null || key instanceof DataKey.Damaged) {
            throw new KeyLost(member);
        }
        return key;
    }

    private DataKey make(UUID member, List<NewKey> made) {
        var key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        made.add(wrapped(member, key));
        return new DataKey.Usable(new SecretKeySpec(key, "AES"), false);
    }

    private NewKey wrapped(UUID member, byte[] key) {
        return new NewKey(member, masters.first(), masters.wrap(member, key));
    }

    private boolean remembers(UUID member, Map<UUID, DataKey> keys) {
        var key = recent.of(member);
        key.ifPresent(it -> keys.put(member, new DataKey.Usable(it, true)));
        return key.isPresent();
    }

    private void remember(UUID member, DataKey key, boolean committed) {
        if (key instanceof DataKey.Usable(var usable, var settled) && (settled || committed)) {
            recent.remember(member, usable);
        }
    }

    /**
     * Destroys the key of a member permanently, in the caller's transaction. The row stays, so that its fields are reported as erased, not as lost.
     *
     * @return false when there was no key
     */
    public boolean destroy(JdbcClient jdbc, UUID member) {
        boolean wasThere = jdbc.sql("""
                update key_store.data_key set wrapped_key = null, destroyed_at = now()
                 where member_id = ? and wrapped_key is not null""")
                .param(member).update() == 1;
        recent.forget(member);
        return wasThere;
    }

    /**
     * Destroys the keys of erased members that the restore of an older backup has brought back.
     *
     * @return number of keys destroyed
     */
    public int destroyErased(JdbcClient jdbc) {
        return jdbc.sql("""
                update key_store.data_key set wrapped_key = null, destroyed_at = now()
                 where wrapped_key is not null
                   and member_id in (select aggregate_id from event_store.event where event_type = 'member.erased')""")
                .update();
    }

    /** Keys to open one batch of events. */
    public Opening opening(JdbcClient jdbc, Set<UUID> members) {
        return new Opening(members.isEmpty() ? Map.of() : find(jdbc, members), unreadable);
    }

    /** As {@link #opening}, and caches the keys for the append that follows. */
    public Opening openingToDecide(JdbcClient jdbc, Set<UUID> members) {
        var keys = members.isEmpty() ? Map.<UUID, DataKey>of() : find(jdbc, members);
        keys.forEach((member, key) -> remember(member, key, false));
        return new Opening(keys, unreadable);
    }

    private Map<UUID, DataKey> find(JdbcClient jdbc, Collection<UUID> members) {
        if (!proven) {
            check(jdbc);
        }
        return jdbc.sql("""
                select member_id, master_key_id, wrapped_key, created_at < now() from key_store.data_key
                 where member_id = any (?::uuid[])""")
                .param(members.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), key(row))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private DataKey key(ResultSet row) throws SQLException {
        var wrapped = row.getBytes(3);
        if (wrapped == null) {
            return new DataKey.Destroyed();
        }
        try {
            var key = masters.unwrap(row.getString(2), row.getObject(1, UUID.class), wrapped);
            return new DataKey.Usable(new SecretKeySpec(key, "AES"), row.getBoolean(4));
        } catch (AEADBadTagException _) {
            return new DataKey.Damaged();
        }
    }

    /** Stores a proof of each master key, by which {@link #check} detects a wrong one. Needs write access to the key store. */
    public void prove(JdbcClient jdbc) {
        for (var id : masters.ids()) {
            jdbc.sql("insert into key_store.master_key (master_key_id, proof) values (?, ?) on conflict do nothing")
                    .param(id).param(masters.proof(id)).update();
        }
    }

    /** @throws MasterKeysRefused when a configured key is wrong, or a key that is in use is not configured */
    public void check(JdbcClient jdbc) {
        var proofs = new HashMap<String, byte[]>();
        jdbc.sql("select master_key_id, proof from key_store.master_key")
                .query((row, _) -> proofs.put(row.getString(1), row.getBytes(2))).list();
        for (var id : masters.ids()) {
            if (proofs.containsKey(id) && !masters.isProven(id, proofs.get(id))) {
                throw new MasterKeysRefused(
                        "ROSTER_MASTER_KEYS: the key '" + id + "' is not the one that the keys of members are sealed with");
            }
        }
        missing(jdbc).ifPresent(id -> {
            throw new MasterKeysRefused("ROSTER_MASTER_KEYS lacks the key '" + id + "', with which keys of members are sealed");
        });
        proven = proofs.keySet().containsAll(masters.ids());
    }

    /** Number of data keys that are wrapped with another master key than the first. */
    public long notUnderFirst(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from key_store.data_key where wrapped_key is not null and master_key_id <> ?")
                .param(masters.first()).query(Long.class).single();
    }

    /**
     * Rewraps some of those with the first master key, in the caller's transaction and in order of member id. Skips damaged keys.
     *
     * @param after member id of the last key of the previous call
     * @return member id of the last key, empty when there are no more
     */
    public Optional<UUID> rewrap(JdbcClient jdbc, UUID after, int most) {
        var others = masters.ids().stream().filter(it -> !it.equals(masters.first())).toArray(String[]::new);
        var rewrapped = new ArrayList<NewKey>();
        var looked = jdbc.sql("""
                select member_id, master_key_id, wrapped_key from key_store.data_key
                 where wrapped_key is not null and master_key_id = any (?::text[]) and member_id > ?
                 order by member_id limit ? for update skip locked""")
                .param(others).param(after).param(most)
                .query((row, _) -> rewrap(row, rewrapped)).list();
        jdbc.sql("""
                update key_store.data_key set master_key_id = new.master_key_id, wrapped_key = new.wrapped_key
                  from unnest(?::text[], ?::text[], ?::bytea[]) as new (member_id, master_key_id, wrapped_key)
                 where data_key.member_id = new.member_id::uuid""")
                .params(NewKey.columns(rewrapped)).update();
        return looked.isEmpty() ? Optional.empty() : Optional.of(looked.getLast());
    }

    private UUID rewrap(ResultSet row, List<NewKey> rewrapped) throws SQLException {
        var member = row.getObject(1, UUID.class);
        try {
            rewrapped.add(wrapped(member, masters.unwrap(row.getString(2), member, row.getBytes(3))));
        } catch (AEADBadTagException _) {
            log.error("the key of member {} is damaged: it can only be restored from a backup", member);
        }
        return member;
    }

    private Optional<String> missing(JdbcClient jdbc) {
        return jdbc.sql("""
                select master_key_id from key_store.master_key
                 where master_key_id <> all (?::text[])
                   and exists (select from key_store.data_key where data_key.master_key_id = master_key.master_key_id
                                  and wrapped_key is not null)
                 order by 1 limit 1""")
                .param(masters.ids().toArray(String[]::new)).query(String.class).optional();
    }
}
