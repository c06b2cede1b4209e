package roster.systemtest.mail;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Kills whoever comes to a step when it has been ordered to, before that step is answered; everything else is another whim's to say. */
final class Executioner implements Whim {
    private final Whim otherwise;
    private final Consumer<String> killing;
    private final List<Kill> kills = new CopyOnWriteArrayList<>();
    private @Nullable Order order;

    /** @param spared how many come by before it is somebody's turn */
    private record Order(Step step, int spared) {}

    /**
     * A process has ended without a warning.
     *
     * @param begun when the signal was about to be sent
     * @param done  when the process was gone
     */
    record Kill(String sender, Step step, Instant begun, Instant done) {}

    /** @param killing of a sender, by the name with which it introduces itself; returns when it is dead */
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
