package roster.command.publisher;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.kafka.Headers;
import roster.contract.kafka.LogCheckpointsTopic;
import roster.eventstore.Epochs;
import roster.eventstore.HighWaterMark;
import roster.eventstore.watch.Unread;

/** The checkpoints of the signed log, which query-service signs. Their positions are the sizes of the root log. */
record Checkpoints(JdbcClient jdbc, Epochs epochs) implements PublishedSource {
    private static final int BATCH = 1_000;

    /** Checkpoints that are not published yet. */
    static final Unread UNREAD = new Unread() {
        @Override
        public long last(JdbcClient jdbc) {
            return newest(jdbc);
        }

        @Override
        public Duration oldest(JdbcClient jdbc, long after) {
            return jdbc.sql("""
                    select (extract(epoch from clock_timestamp() - signed_at) * 1000)::bigint from record_log.checkpoint
                     where size > ? order by size limit 1""")
                    .param(after).query(Long.class).optional().map(it -> Duration.ofMillis(Math.max(1, it))).orElse(Duration.ZERO);
        }
    };

    private static long newest(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(size), 0) from record_log.checkpoint").query(Long.class).single();
    }

    /** One transaction at a time writes checkpoints, so that none is behind one that is still being written. */
    @Override
    public HighWaterMark highWaterMark() {
        long newest = newest(jdbc);
        return new HighWaterMark(newest, newest);
    }

    private record Signed(long size, int epoch, long position, String note, Instant at) {}

    /** Reads all rows before their records are made, which need the connection for the identity of the store. */
    @Override
    public Batch read(long after, long upTo) {
        var signed = jdbc.sql("""
                select size, epoch, position, note, signed_at from record_log.checkpoint
                 where size > ? and size <= ? order by size limit ?""")
                .param(after).param(upTo).param(BATCH)
                .query((row, _) -> new Signed(row.getLong(1), row.getInt(2), row.getLong(3), row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
        return new Batch(signed.stream().map(this::producerRecord).toList(), signed.size() < BATCH ? upTo : signed.getLast().size());
    }

    private ProducerRecord<String, String> producerRecord(Signed signed) {
        var origin = signed.note.substring(0, signed.note.indexOf('\n'));
        var record = new ProducerRecord<>(LogCheckpointsTopic.NAME, origin, signed.note);
        Headers.add(record, LogCheckpointsTopic.CONTENT_TYPE, "text/plain;charset=UTF-8");
        Headers.add(record, LogCheckpointsTopic.SIZE, signed.size);
        Headers.add(record, LogCheckpointsTopic.POSITION, signed.position);
        Headers.add(record, LogCheckpointsTopic.SIGNED_AT, signed.at);
        Headers.add(record, LogCheckpointsTopic.EPOCH, signed.epoch);
        Headers.add(record, LogCheckpointsTopic.STORE, epochs.storeId());
        return record;
    }
}
