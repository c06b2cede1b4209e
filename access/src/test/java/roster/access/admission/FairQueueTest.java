package roster.access.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>();

    @Test
    void a_caller_with_one_request_does_not_wait_for_all_requests_of_another_one() {
        for (int i = 0; i < 100; i++) {
            queue.add("many " + i, new Shares("many", "acme"));
        }
        queue.add("few 0", new Shares("few", "navy"));

        assertThat(taken(3)).containsExactly("many 0", "few 0", "many 1");
    }

    @Test
    void an_organization_with_many_callers_gets_the_turns_of_one_organization() {
        for (int i = 0; i < 100; i++) {
            queue.add("acme " + i, new Shares("caller " + i, "acme"));
        }
        queue.add("navy 0", new Shares("other", "navy"));
        queue.add("navy 1", new Shares("another", "navy"));

        assertThat(taken(4)).containsExactly("acme 0", "navy 0", "acme 1", "navy 1");
    }

    @Test
    void a_caller_with_many_organizations_gets_the_turns_of_one_caller() {
        for (int i = 0; i < 100; i++) {
            queue.add("many " + i, new Shares("many", "organization " + i));
        }
        queue.add("few 0", new Shares("few", "navy"));

        assertThat(taken(2)).containsExactly("many 0", "few 0");
    }

    @Test
    void requests_without_an_organization_only_share_by_caller() {
        queue.add("a", new Shares("a", ""));
        queue.add("b", new Shares("b", ""));
        queue.add("c", new Shares("c", "acme"));

        assertThat(queue.ahead(new Shares("d", ""))).isEqualTo(3);
        assertThat(queue.ahead(new Shares("d", "navy"))).isEqualTo(3);
        assertThat(taken(4)).containsExactly("a", "b", "c");
    }

    /** The number of those ahead is what a request then waits for, when no others come. */
    @Test
    void tells_how_many_are_taken_before_another_one() {
        var random = new Random(5);
        for (int round = 0; round < 200; round++) {
            var waiting = new FairQueue<Integer>();
            for (int i = 0; i < random.nextInt(60); i++) {
                waiting.add(i, shares(random));
                if (random.nextInt(4) == 0) {
                    waiting.take();
                }
            }
            var shares = shares(random);
            long ahead = waiting.ahead(shares);
            waiting.add(-1, shares);

            int taken = 0;
            while (waiting.take().orElseThrow() != -1) {
                taken++;
            }
            assertThat(taken).isEqualTo((int) ahead);
        }
    }

    @Test
    void every_request_is_taken_once_and_those_of_one_caller_in_order() {
        var random = new Random(7);
        var added = new HashSet<String>();
        var taken = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            var shares = shares(random);
            var name = shares.caller() + " " + String.format(Locale.ROOT, "%05d", i);
            queue.add(name, shares);
            added.add(name);
            if (random.nextBoolean()) {
                queue.take().ifPresent(taken::add);
            }
        }
        taken.addAll(taken(2_000));

        assertThat(taken).hasSize(added.size()).containsAll(added);
        for (int caller = 0; caller < 5; caller++) {
            var own = "caller " + caller + " ";
            assertThat(taken.stream().filter(it -> it.startsWith(own))).isSorted();
        }
    }

    @Test
    void a_request_that_was_removed_is_not_taken() {
        queue.add("a", new Shares("a", ""));
        queue.add("b", new Shares("b", ""));

        assertThat(queue.remove("a")).isTrue();
        assertThat(queue.remove("a")).isFalse();
        assertThat(taken(2)).containsExactly("b");
    }

    private static Shares shares(Random random) {
        return new Shares("caller " + random.nextInt(5), random.nextInt(5) == 0 ? "" : "organization " + random.nextInt(3));
    }

    private List<String> taken(int most) {
        var all = new ArrayList<String>();
        for (int i = 0; i < most; i++) {
            Optional<String> next = queue.take();
            next.ifPresent(all::add);
        }
        return all;
    }
}
