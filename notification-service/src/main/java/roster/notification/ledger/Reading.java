package roster.notification.ledger;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a new ledger has read what was there before it. Only the topic's end tells of the letters at its beginning which of them have
 * left, and which nobody needs any more, so no letter leaves until then.
 */
@Component
public final class Reading {
    private static final String BEGIN = """
            insert into notification.reading as known (partition, position, goal)
            select * from unnest(?::integer[], ?::bigint[], ?::bigint[])
            on conflict (partition) do update set position = excluded.position
             where known.position < excluded.position and known.position < known.goal""";

    private final JdbcClient jdbc;

    Reading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of partitions that are not known yet, all that they hold now is to be read; of the others, what is missing from last time.
     *
     * @param firsts the first offset that each of them still has
     * @param ends   the offset that each will give to its next record
     * @return from where each must be read that has not been read so far
     */
    public Map<Integer, Long> begin(Map<Integer, Long> firsts, Map<Integer, Long> ends) {
        var partitions = firsts.keySet().toArray(Integer[]::new);
        jdbc.sql(BEGIN).param(partitions).param(offsets(partitions, firsts)).param(offsets(partitions, ends)).update();
        var missing = new HashMap<Integer, Long>();
        jdbc.sql("select partition, position from notification.reading where position < goal")
                .query(row -> {
                    missing.put(row.getInt("partition"), row.getLong("position"));
                });
        return missing;
    }

    private static Long[] offsets(Integer[] partitions, Map<Integer, Long> offsets) {
        var inOrder = new Long[partitions.length];
        for (int i = 0; i < partitions.length; i++) {
            inOrder[i] = offsets.get(partitions[i]);
        }
        return inOrder;
    }

    /** Everything before that position stands in the ledger. False when that is all that was missing of the partition. */
    public boolean advance(int partition, long position) {
        return jdbc.sql("""
                update notification.reading set position = greatest(position, :position) where partition = :partition
                returning position < goal""")
                .param("partition", partition).param("position", position).query(Boolean.class).single();
    }
}
