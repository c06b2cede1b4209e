package example.consumer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies the members of one organization: {@link #bootstrap} reads the topic of states, {@link #follow} the topic of events, and {@link #prove}
 * compares with query-service what was read. The copy is in memory. To keep it, store it with {@code seen} and the offsets in one transaction.
 */
public final class MemberConsumer implements AutoCloseable {
    private static final String STATES = "roster.member-state.v1";
    private static final String EVENTS = "roster.member-events.v1";
    private static final JsonMapper JSON = new JsonMapper();

    /** The newest record of a key. */
    private record Seen(long epoch, long sequence) {
        boolean isBefore(Seen other) {
            return epoch < other.epoch || (epoch == other.epoch && sequence < other.sequence);
        }
    }

    /** Thrown when the copy is no longer right: read everything again with a new consumer. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(String why) {
            super(why);
        }
    }

    private final KafkaConsumer<String, @Nullable String> kafka;
    private final String organization;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, CopiedMember> members = new TreeMap<>();
    private final Completeness completeness;

    /**
     * @param settings     of the Kafka client
     * @param api          address of query-service
     * @param organization id
     * @param from         position from which everything is proven; 0 for an organization that is younger than the retention of events
     */
    public MemberConsumer(Map<String, Object> settings, URI api, String token, String organization, long from) {
        var all = new HashMap<>(settings);
        all.put("isolation.level", "read_committed");
        all.put("enable.auto.commit", "false");
        this.kafka = new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
        this.organization = organization;
        this.completeness = new Completeness(api, token, organization, from);
    }

    /** Reads all states. */
    public void bootstrap() {
        var partitions = readFromTheBeginning(STATES);
        var ends = kafka.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(it -> kafka.position(it.getKey()) < it.getValue())) {
            kafka.poll(Duration.ofMillis(200)).forEach(this::take);
        }
        readFromTheBeginning(EVENTS);
    }

    /** Reads the next events, also those of before the states, which are dropped. */
    public int follow() {
        var records = kafka.poll(Duration.ofMillis(200));
        records.forEach(this::apply);
        return records.count();
    }

    private List<TopicPartition> readFromTheBeginning(String topic) {
        var partitions = kafka.partitionsFor(topic).stream().map(it -> new TopicPartition(topic, it.partition())).toList();
        kafka.assign(partitions);
        kafka.seekToBeginning(partitions);
        return partitions;
    }

    private void take(ConsumerRecord<String, @Nullable String> state) {
        if (!organization.equals(header(state, "organization"))) {
            return; // also tombstones of no member, which have no headers
        }
        var now = new Seen(number(state, "epoch"), number(state, "sequence"));
        var before = seen.get(state.key());
        if (before == null || !now.isBefore(before)) {
            seen.put(state.key(), now);
            keep(state.key(), state.value() == null ? null : CopiedMember.of(organization, JSON.readTree(state.value())));
        }
    }

    private void apply(ConsumerRecord<String, @Nullable String> event) {
        if (!organization.equals(header(event, "ce_organization"))) {
            return;
        }
        completeness.note(number(event, "ce_position"), line(event)); // also when the state includes it
        var now = new Seen(number(event, "ce_epoch"), number(event, "ce_sequence"));
        var before = seen.get(event.key());
        boolean aboutMember = header(event, "ce_type").startsWith("roster.member.");
        if (before != null && !before.isBefore(now)) {
            return; // seen
        }
        if (before != null && now.epoch > before.epoch && aboutMember) {
            throw new Stopped("the event store was restored from a backup: " + event.key() + " has epoch " + now.epoch);
        }
        if (now.sequence > (before != null ? before.sequence + 1 : aboutMember ? 0 : now.sequence)) {
            throw new Stopped("a gap before event " + now.sequence + " of " + event.key());
        }
        seen.put(event.key(), now);
        if (aboutMember) {
            keep(event.key(), CopiedMember.after(members.get(event.key()), header(event, "ce_type"), organization,
                    JSON.readTree(event.value())));
        }
    }

    private static String line(ConsumerRecord<?, ?> event) {
        return header(event, "ce_position") + " " + header(event, "ce_id") + " " + event.key() + " " + header(event, "ce_sequence") + " "
                + header(event, "ce_type") + " " + header(event, "ce_time");
    }

    private void keep(String id, @Nullable CopiedMember member) {
        if (member == null) {
            members.remove(id);
        } else {
            members.put(id, member);
        }
    }

    /** The copies, by id. */
    public Map<String, CopiedMember> members() {
        return Map.copyOf(members);
    }

    /** Compares the events since the last proof. Events that are still on their way make it incomplete: follow, and try again. */
    public Completeness.Proof prove() throws IOException, InterruptedException {
        return completeness.prove();
    }

    private static long number(ConsumerRecord<?, ?> record, String name) {
        return Long.parseLong(header(record, name));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        kafka.close();
    }

    /** Follows until it is stopped, and prints each proof. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var environment = System.getenv();
        var kafka = Map.<String, Object>of("bootstrap.servers", environment.getOrDefault("KAFKA", "127.0.0.1:19092"));
        var api = URI.create(environment.getOrDefault("QUERIES", "http://127.0.0.1:8082"));
        try (var consumer = new MemberConsumer(kafka, api, environment.getOrDefault("TOKEN", ""), args[0], 0)) {
            consumer.bootstrap();
            System.out.println(consumer.members().size() + " members");
            while (true) {
                if (consumer.follow() == 0 && consumer.completeness.hasNews()) {
                    System.out.println(consumer.prove());
                }
            }
        }
    }
}
