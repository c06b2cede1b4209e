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

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    /** Dead letters hold names and addresses, and are forgotten like the events. */
    private static final Duration RETENTION = Duration.ofDays(14);

    @Bean
    NewTopic deadLetterTopic() {
        return TopicBuilder.name(MemberEventsTopic.DEAD_LETTERS)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(RETENTION.toMillis()))
                .build();
    }

    /** Whatever the listener throws is the database's fault or Kafka's and none of the records': the same batch again, for ever. */
    @Bean
    DefaultErrorHandler errorHandler() {
        var pauses = new ExponentialBackOff(200, 2);
        pauses.setMaxInterval(Duration.ofSeconds(10).toMillis());
        return new DefaultErrorHandler(pauses);
    }
}
