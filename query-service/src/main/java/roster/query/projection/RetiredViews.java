package roster.query.projection;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.generation.ProjectionDatabase;

/** Drops retired generations. Does not disturb remaining readers: it waits for a lock for a second, and retries later. */
@Component
final class RetiredViews {
    /** Longer than any read (see the timeouts of role and pool). */
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Logger log = LoggerFactory.getLogger(RetiredViews.class);

    private final TransactionTemplate transaction;
    private final Generations generations;

    RetiredViews(ProjectionDatabase database, Layout layout) {
        this.transaction = database.transaction();
        this.generations = new Generations(database.jdbc(), layout);
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void drop() {
        try {
            dropRetiredFor(GRACE);
        } catch (DataAccessException | TransactionException e) {
            log.debug("retired views cannot be dropped yet", e);
        }
    }

    void dropRetiredFor(Duration grace) {
        transaction.executeWithoutResult(_ -> generations.lockRetired(grace).ifPresent(generations::drop));
    }
}
