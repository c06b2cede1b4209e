package roster.notification.invitation;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.stereotype.Component;

/**
 * Starts to read the topic of events, with retries: a client of Kafka cannot be created while the names of the servers are not known, as when
 * the service starts before Kafka.
 */
@Component
final class ListenerStart implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(ListenerStart.class);

    private final KafkaListenerEndpointRegistry listeners;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    ListenerStart(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread.ofVirtual().name("listener-start").start(this::startWhenPossible);
    }

    private void startWhenPossible() {
        try {
            boolean told = false;
            while (!isStarted(told)) {
                told = true;
                if (stopped.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStarted(boolean told) {
        var listener = Objects.requireNonNull(listeners.getListenerContainer(MemberEventListener.ID));
        try {
            listener.start();
            return true;
        } catch (KafkaException e) {
            listener.stop(); // otherwise it takes itself for started
            if (!told) {
                log.warn("no events are read yet, retrying: {}", cause(e));
            }
            return false;
        }
    }

    private static String cause(KafkaException e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : String.valueOf(e.getCause().getMessage());
    }

    /** The listener itself is stopped with the others. */
    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
