package roster.systemtest.mail;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Kills the sender that reaches a given step, before that step is answered. Another whim determines the answers. */
final class Executioner implements Whim {
    private final Whim otherwise;
    private final Consumer<String> killing;
    private final List<Kill> kills = new CopyOnWriteArrayList<>();
    private @Nullable Order order;

    /** @param spared number of senders that pass the step before one is killed */
    private record Order(Step step, int spared) {}

    /**
     * A kill of a process.
     *
     * @param begun time before the signal was sent
     * @param done  time at which the process had ended
     */
    record Kill(String sender, Step step, Instant begun, Instant done) {}

    /** @param killing kills a sender by its EHLO name; returns when it is dead */
    Executioner(Whim otherwise, Consumer<String> killing) {
        this.otherwise = otherwise;
        this.killing = killing;
    }

    synchronized void order(Step step, int spared) {
        order = new Order(step, spared);
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }

    @Override
    public @Nullable String answer(Step step, String sender, String to) {
        if (isDue(step)) {
            var begun = Instant.now();
            killing.accept(sender);
            kills.add(new Kill(sender, step, begun, Instant.now()));
        }
        return otherwise.answer(step, sender, to);
    }

    private synchronized boolean isDue(Step step) {
        if (order == null || order.step != step) {
            return false;
        }
        boolean due = order.spared == 0;
        order = due ? null : new Order(step, order.spared - 1);
        return due;
    }
}
