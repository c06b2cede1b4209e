package roster.access.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import roster.access.admission.Visit.State;

class AdmissionTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Shares ACME = new Shares("ada", "acme");
    private static final Shares NAVY = new Shares("grace", "navy");

    private final AtomicLong clock = new AtomicLong();
    private final Admission admission = new Admission(2, PATIENCE, clock::get);
    private final List<Visit> resumed = new ArrayList<>();

    @Test
    void admits_as_many_as_are_allowed_at_once_and_the_next_one_when_one_has_left() {
        var first = enter(ACME);
        var second = enter(ACME);
        var third = enter(ACME);

        assertThat(List.of(first.state(), second.state(), third.state())).containsExactly(State.ADMITTED, State.ADMITTED, State.WAITING);
        assertThat(admission.processing()).isEqualTo(2);
        assertThat(admission.waiting()).isOne();

        admission.leave(second);

        assertThat(third.state()).isEqualTo(State.ADMITTED);
        assertThat(resumed).containsExactly(third);
        assertThat(admission.processing()).isEqualTo(2);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void refuses_a_request_that_would_wait_longer_than_the_patience() {
        eachTakes(Duration.ofMillis(200));
        enter(ACME);
        enter(ACME);
        for (int i = 0; i < 5; i++) {
            assertThat(enter(ACME).state()).isEqualTo(State.WAITING);
        }

        var refused = enter(ACME);

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.expectedWait()).isEqualTo(Duration.ofMillis(600));
        assertThat(enter(NAVY).state()).as("a caller and an organization that use less than their shares").isEqualTo(State.WAITING);
    }

    @Test
    void a_request_that_has_waited_longer_than_the_patience_is_late_and_does_not_take_the_place_of_another_one() {
        var first = enter(ACME);
        enter(ACME);
        var late = enter(ACME);
        pass(PATIENCE.plusMillis(1));
        var next = enter(ACME);

        admission.leave(first);

        assertThat(late.state()).isEqualTo(State.LATE);
        assertThat(next.state()).isEqualTo(State.ADMITTED);
        assertThat(resumed).containsExactly(late, next);
    }

    @Test
    void a_request_whose_time_has_passed_is_late_even_when_none_leaves() {
        enter(ACME);
        enter(ACME);
        var stuck = enter(ACME);

        pass(PATIENCE);
        admission.expire();
        assertThat(stuck.state()).isEqualTo(State.WAITING);

        pass(Duration.ofMillis(1));
        admission.expire();
        admission.expire();

        assertThat(stuck.state()).isEqualTo(State.LATE);
        assertThat(resumed).containsExactly(stuck);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void the_place_of_a_request_whose_sender_has_gone_is_free() {
        var first = enter(ACME);
        enter(ACME);
        var gone = enter(ACME);
        var next = enter(ACME);

        assertThat(admission.giveUp(gone)).isTrue();
        admission.leave(first);

        assertThat(admission.giveUp(next)).as("it is being resumed").isFalse();
        assertThat(next.state()).isEqualTo(State.ADMITTED);
        assertThat(resumed).containsExactly(next);
        assertThat(admission.processing()).isEqualTo(2);
    }

    @Test
    void a_request_that_may_begin_while_it_prepares_to_wait_begins() {
        var first = admission.enter(ACME);
        admission.enter(ACME);
        var third = admission.enter(ACME);
        admission.leave(first);

        admission.await(third, () -> resumed.add(third));

        assertThat(third.state()).isEqualTo(State.ADMITTED);
        assertThat(resumed).containsExactly(third);
    }

    /** One who leaves twice must not make room for two. */
    @Test
    void a_request_leaves_once() {
        var first = enter(ACME);
        enter(ACME);
        admission.leave(first);
        admission.leave(first);

        assertThat(admission.processing()).isOne();
    }

    private Visit enter(Shares shares) {
        var visit = admission.enter(shares);
        if (visit.state() == State.WAITING) {
            admission.await(visit, () -> resumed.add(visit));
        }
        return visit;
    }

    private void eachTakes(Duration time) {
        var visit = enter(ACME);
        pass(time);
        admission.leave(visit);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
