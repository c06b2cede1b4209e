package roster.benchmark.write;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

import roster.benchmark.subject.Progress;
import roster.benchmark.subject.Progress.Backlog;

/**
 * Detects a backlog that grows while invitations arrive at a constant rate: from the third quarter of the time to the fourth, by more than a
 * sixth of what arrives in a quarter. A tenth is within the noise: what arrives in the third of a second is always on its way.
 */
final class Growth implements AutoCloseable {
    private static final long PAUSE_MILLIS = 250;
    private static final double TOLERATED = 1.0 / 6;

    private final Progress progress;
    private final double perSecond;
    private final double seconds;
    private final List<Backlog> third = new CopyOnWriteArrayList<>();
    private final List<Backlog> fourth = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("growth").unstarted(this::sample);
    private final long begin = System.nanoTime();

    private Growth(Progress progress, double perSecond, double seconds) {
        this.progress = progress;
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    static Growth watch(Progress progress, double perSecond, double seconds) {
        var growth = new Growth(progress, perSecond, seconds);
        growth.thread.start();
        return growth;
    }

    private void sample() {
        try {
            for (double part = part(); part < 1; part = part()) {
                if (part >= 0.5) {
                    (part < 0.75 ? third : fourth).add(progress.after(perSecond * seconds * part));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double part() {
        return (System.nanoTime() - begin) / 1e9 / seconds;
    }

    /** Waits for the last sample. */
    boolean isSeen() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return grows(Backlog::emails) || grows(Backlog::events) || grows(Backlog::views);
    }

    private boolean grows(ToDoubleFunction<Backlog> what) {
        return mean(fourth, what) - mean(third, what) > TOLERATED * perSecond * seconds / 4;
    }

    private static double mean(List<Backlog> samples, ToDoubleFunction<Backlog> what) {
        return samples.stream().mapToDouble(what).average().orElse(0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f e-mails, %.0f events and %.0f events in the views are behind",
                mean(fourth, Backlog::emails), mean(fourth, Backlog::events), mean(fourth, Backlog::views));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
