package roster.notification.invitation;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import roster.contract.kafka.MemberEventsTopic;
import roster.operation.database.Connections;
import roster.operation.reconcile.Reconciler;
import roster.operation.reconcile.ReconcilerProperties;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    @Bean
    NewTopic deadLetterTopic(DeadLetterProperties properties) {
        return TopicBuilder.name(MemberEventsTopic.DEAD_LETTERS)
                .replicas(properties.replication())
                .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(properties.minInSync()))
                .config(TopicConfig.RETENTION_MS_CONFIG, millis(MemberEventsTopic.DEAD_LETTERS_RETENTION))
                .config(TopicConfig.SEGMENT_MS_CONFIG, millis(MemberEventsTopic.SEGMENT))
                .build();
    }

    @Bean(initMethod = "start")
    Reconciler kafkaQueueReconciler(KafkaQueueComparison comparison, Connections connections, ReconcilerProperties settings) {
        return new Reconciler(comparison, connections.unpooled("reconciler lock"), settings);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** Retries the same batch without limit: exceptions of the listener are caused by the database or Kafka, not by records. */
    @Bean
    DefaultErrorHandler errorHandler() {
        var pauses = new ExponentialBackOff(200, 2);
        pauses.setMaxInterval(Duration.ofSeconds(10).toMillis());
        return new DefaultErrorHandler(pauses);
    }
}
