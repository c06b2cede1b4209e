package roster.notification.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static roster.notification.Surroundings.RELAY;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import roster.contract.kafka.MemberEventsTopic;
import roster.notification.RunningService;

@RunningService
class DeadLettersTest {
    private static Topics topics;

    private final UUID member = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        Topics.createIfAbsent();
        topics = new Topics();
    }

    @AfterAll
    static void stop() {
        topics.close();
    }

    @BeforeEach
    void listen() {
        RELAY.follow((_, _) -> null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_cannot_be_read_is_put_aside_and_the_partition_moves_on(String reason, UnaryOperator<ProducerRecord<byte[], byte[]>> spoil)
            throws Exception {
        var email = member + "@navy.example";
        topics.publish(spoil.apply(Topics.record(UUID.randomUUID(), 0, Topics.invited(member, "Grace", email))));
        topics.publishAndAwaitAnotherOf(member);

        await().untilAsserted(() -> assertThat(deadLettersOfMember()).hasSize(1));
        assertThat(text(deadLettersOfMember().getFirst(), DeadLetter.REASON)).contains(reason);
        assertThat(RELAY.receivedBy(email)).isEmpty();
    }

    static Stream<Arguments> what_cannot_be_read_is_put_aside_and_the_partition_moves_on() {
        return Stream.of(
                poison("not the JSON of that event: Unexpected end-of-input", withValue("{\"memberId\":")),
                poison("not the JSON of that event: Cannot deserialize", withValue("[1]")),
                poison("the JSON of nothing", withValue("null")),
                poison("not the JSON of that event: Invalid `null` value encountered for property \"memberId\"", withValue("{}")),
                poison("no value", withValue(null)),
                poison("header ce_type: no such event: member.frobnicated",
                        withHeader(MemberEventsTopic.TYPE, "roster.member.frobnicated")),
                poison("has no revision 7", withHeader(MemberEventsTopic.REVISION, "7")),
                poison("header ce_time", withHeader(MemberEventsTopic.TIME, "yesterday")),
                poison("no header ce_id", without(MemberEventsTopic.ID)),
                poison("no header ce_type", without(MemberEventsTopic.TYPE)),
                poison("no header ce_sequence", without(MemberEventsTopic.SEQUENCE)),
                poison("the mail queue cannot hold it", withHeader(MemberEventsTopic.TIME, "+300000-01-01T00:00:00Z")),
                poison("the mail queue cannot hold it", it -> Topics.record(UUID.randomUUID(), 0,
                        Topics.invited(UUID.fromString(new String(it.key(), UTF_8)), "Gr\0ce", "grace@navy.example"))));
    }

    @Test
    void what_is_too_large_is_not_copied_but_said_where_it_stands() throws Exception {
        topics.publish(withValue(" ".repeat(2_000_000))
                .apply(Topics.record(UUID.randomUUID(), 0, Topics.invited(member, "Grace", "g@h.example"))));
        topics.publishAndAwaitAnotherOf(member);

        await().untilAsserted(
                () -> assertThat(Topics.deadLetters()).filteredOn(it -> Integer.parseInt(text(it, DeadLetter.SIZE)) > 2_000_000)
                        .singleElement().satisfies(it -> {
                            assertThat(it.value()).isNull();
                            assertThat(text(it, DeadLetter.REASON)).startsWith("longer than");
                            assertThat(text(it, DeadLetter.TOPIC)).isEqualTo(MemberEventsTopic.NAME);
                        }));
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLettersOfMember() {
        return Topics.deadLetters().stream().filter(it -> it.key() != null && new String(it.key(), UTF_8).equals(member.toString()))
                .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), UTF_8);
    }

    private static Arguments poison(String reason, UnaryOperator<ProducerRecord<byte[], byte[]>> spoil) {
        return Arguments.of(reason, spoil);
    }

    @SuppressWarnings("NullAway") // tests a record without a value
    private static UnaryOperator<ProducerRecord<byte[], byte[]>> withValue(@Nullable String value) {
        return it -> new ProducerRecord<>(it.topic(), null, it.key(), value == null ? null : value.getBytes(UTF_8), it.headers());
    }

    private static UnaryOperator<ProducerRecord<byte[], byte[]>> withHeader(String name, String value) {
        return it -> {
            it.headers().remove(name).add(name, value.getBytes(UTF_8));
            return it;
        };
    }

    private static UnaryOperator<ProducerRecord<byte[], byte[]>> without(String header) {
        return it -> {
            it.headers().remove(header);
            return it;
        };
    }
}
