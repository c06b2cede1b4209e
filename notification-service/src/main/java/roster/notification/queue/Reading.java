package roster.notification.queue;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Progress of a new queue in reading the existing records of the topic. Later records say which of the earlier e-mails were sent or are
 * obsolete, so no e-mail is sent until the end is reached.
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
     * Plans to read all current records of unknown partitions, and the remaining ones of known partitions.
     *
     * @param firsts first available offset by partition
     * @param ends   offset of the next record by partition
     * @return offset to read from, by partition that is not completely read
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

    /** Stores that everything before the position has been written. False when the partition is completely read. */
    public boolean advance(int partition, long position) {
        return jdbc.sql("""
                update notification.reading set position = greatest(position, :position) where partition = :partition
                returning position < goal""")
                .param("partition", partition).param("position", position).query(Boolean.class).single();
    }

    /** Stores that nothing more of the partition will come. */
    public void complete(int partition) {
        jdbc.sql("update notification.reading set position = goal where partition = ?").param(partition).update();
    }
}
