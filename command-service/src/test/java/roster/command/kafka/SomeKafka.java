package roster.command.kafka;

import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;

import roster.tracing.Tracing;

/** Kafka clients outside a service. */
public final class SomeKafka {
    private SomeKafka() {}

    public static KafkaClients clients(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        return new KafkaClients(new DefaultKafkaProducerFactory<>(settings), new DefaultKafkaConsumerFactory<>(settings),
                new KafkaAdmin(settings), new SimpleMeterRegistry(), Tracing.off());
    }
}
