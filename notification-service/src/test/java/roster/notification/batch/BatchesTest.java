package roster.notification.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

/** Requests of many threads, carried out together. */
class BatchesTest {
    private final List<List<Integer>> carriedOut = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    private List<Integer> doubled(List<Integer> batch) {
        carriedOut.add(batch);
        if (batch.contains(0)) {
            awaitUnheld();
        }
        if (batch.contains(13)) {
            throw new DataIntegrityViolationException("no 13");
        }
        if (batch.contains(99)) {
            throw new QueryTimeoutException("too late");
        }
        return batch.stream().map(it -> 2 * it).toList();
    }

    private void awaitUnheld() {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void requests_that_come_while_a_batch_is_carried_out_form_the_next_one() {
        try (var batches = new Batches<>("test", this::doubled)) {
            var answers = askedWhileTheFirstIsHeld(batches, 1, 2, 3);

            assertThat(answers).extracting(CompletableFuture::join).containsExactly(2, 4, 6);
            assertThat(carriedOut).hasSize(2);
            assertThat(carriedOut.getLast()).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    @Test
    void a_request_that_the_database_rejects_fails_alone() {
        try (var batches = new Batches<>("test", this::doubled)) {
            var answers = askedWhileTheFirstIsHeld(batches, 1, 13, 3);

            assertThat(answers.get(0).join()).isEqualTo(2);
            assertThat(answers.get(2).join()).isEqualTo(6);
            assertThatThrownBy(answers.get(1)::join).hasCauseInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void a_failure_of_the_database_is_that_of_each_request_and_the_next_are_carried_out() {
        try (var batches = new Batches<>("test", this::doubled)) {
            var answers = askedWhileTheFirstIsHeld(batches, 1, 99);

            assertThat(answers).allSatisfy(it -> assertThatThrownBy(it::join).hasCauseInstanceOf(QueryTimeoutException.class));
            assertThat(batches.ask(5)).isEqualTo(10);
        }
    }

    @Test
    void what_is_asked_after_the_end_is_not_answered() {
        var batches = new Batches<>("test", this::doubled);
        batches.close();

        assertThatThrownBy(() -> batches.ask(1)).isInstanceOf(IllegalStateException.class);
    }

    private List<CompletableFuture<Integer>> askedWhileTheFirstIsHeld(Batches<Integer, Integer> batches, int... questions) {
        var first = CompletableFuture.supplyAsync(() -> batches.ask(0), Thread::startVirtualThread);
        await().until(() -> carriedOut.size() == 1);
        var answers = IntStream.of(questions)
                .mapToObj(it -> CompletableFuture.supplyAsync(() -> batches.ask(it), Thread::startVirtualThread)).toList();
        await().until(() -> batches.waiting() == questions.length);
        held.countDown();
        assertThat(first.join()).isZero();
        return answers;
    }
}
