package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.command.RunningService;
import roster.command.Team;
import roster.contract.stored.RecordedEvent;
import roster.local.kafka.LocalKafka;

/** Kafka is killed and restarted, and later frozen, while commands continue. */
class KafkaOutageTest {
    @Test
    void nothing_is_lost_and_every_member_stays_in_order(@TempDir Path folder) throws Exception {
        try (var kafka = LocalKafka.start(folder, 0);
                var service = RunningService.publishingTo(kafka.bootstrapServers());
                var threads = Executors.newSingleThreadExecutor()) {
            var team = service.teams().founded("outage");
            var load = new Load(team, threads);

            load.awaitMore(20);
            kafka.kill();
            load.awaitMore(40);
            kafka.start();
            load.awaitMore(20);
            load.end();

            assertPublished(team, kafka.bootstrapServers());
            PublishedStates.assertPublished(team, kafka.bootstrapServers());

            kafka.freeze();
            assertThat(team.invite("grace@navy.example", "developer").status()).isEqualTo(201);
            assertSaysSo(service);
            kafka.kill();
        }
    }

    private static void assertSaysSo(RunningService service) {
        var meters = service.part(MeterRegistry.class);
        await().untilAsserted(
                () -> assertThat(meters.get("roster.reader.standing.still").tag("reader", "publisher").gauge().value()).isEqualTo(1));
        assertThat(meters.get("roster.reader.lag.time").tag("reader", "publisher").gauge().value()).isPositive();
        assertThat(meters.get("roster.reader.lag").tag("reader", "publisher").gauge().value()).isPositive();
        assertThat(service.client().manage("/actuator/health").status()).isEqualTo(503);
        assertThat(service.client().manage("/actuator/health/readiness").text("/status")).isEqualTo("STANDING_STILL");
    }

    private static void assertPublished(Team team, String kafka) {
        var recorded = team.events();
        try (var topic = new Topic(kafka, team.id())) {
            var published = topic
                    .readUntil(records -> records.stream().map(it -> it.value().getId()).distinct().count() >= recorded.size());

            assertThat(published.stream().map(it -> it.value().getId()).distinct())
                    .containsExactlyInAnyOrderElementsOf(recorded.stream().map(it -> it.eventId().toString()).toList());
            for (var member : recorded.stream().map(RecordedEvent::aggregateId).distinct().toList()) {
                assertThat(withoutDuplicates(published, member)).containsExactlyElementsOf(
                        LongStream.range(0, team.events(member).size()).boxed().toList());
            }
        }
    }

    /** Drops sequences that were seen, as the contract requires from consumers, and keeps gaps visible. */
    private static List<Long> withoutDuplicates(List<ConsumerRecord<String, CloudEvent>> records, UUID member) {
        var kept = new ArrayList<Long>();
        for (var record : records) {
            var sequence = Long.parseLong(String.valueOf(record.value().getExtension("sequence")));
            if (record.key().equals(member.toString()) && (kept.isEmpty() || sequence > kept.getLast())) {
                kept.add(sequence);
            }
        }
        return kept;
    }

    /** A client that invites, changes and deletes members, one command at a time. */
    private static final class Load {
        private final AtomicInteger members = new AtomicInteger();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final Future<?> running;

        Load(Team team, ExecutorService threads) {
            running = threads.submit(() -> {
                while (!ended.get()) {
                    live(team, members.get());
                    members.incrementAndGet();
                }
            });
        }

        private static void live(Team team, int number) {
            var invited = team.invite("guest" + number + "@navy.example", "developer");
            assertThat(invited.status()).as(invited.raw()).isEqualTo(201);
            var member = invited.id("/memberId");
            assertThat(team.changeRole(member, "admin").status()).isEqualTo(204);
            assertThat(team.delete(member).status()).isEqualTo(204);
        }

        void awaitMore(int count) {
            var goal = members.get() + count;
            Awaitility.await().until(() -> members.get() >= goal || running.isDone());
        }

        void end() throws Exception {
            ended.set(true);
            running.get();
        }
    }
}
