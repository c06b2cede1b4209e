package roster.benchmark.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Sums up a flight recording: methods, libraries and threads that run, what is allocated, and the share of garbage collections. */
final class Profile {
    private static final int LINES = 40;

    private final Map<String, Double> methods = new HashMap<>();
    private final Map<String, Double> own = new HashMap<>();
    private final Map<String, Double> libraries = new HashMap<>();
    private final Map<String, Double> threads = new HashMap<>();
    private final Map<String, Double> classes = new HashMap<>();
    private final Map<String, Double> allocating = new HashMap<>();
    private Duration collecting = Duration.ZERO;
    private long begin = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    static Profile of(Path file) {
        var profile = new Profile();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                profile.add(recording.readEvent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> {
                long at = event.getStartTime().toEpochMilli();
                begin = Math.min(begin, at);
                end = Math.max(end, at);
                methods.merge(Area.top(event.getStackTrace()), 1.0, Double::sum);
                Area.own(event.getStackTrace()).forEach(it -> own.merge(it, 1.0, Double::sum));
                libraries.merge(Area.of(event.getStackTrace()), 1.0, Double::sum);
                threads.merge(event.getThread("sampledThread").getJavaName().replaceAll("\\d+", "N"), 1.0, Double::sum);
            }
            case "jdk.ObjectAllocationSample" -> {
                double weight = event.getLong("weight");
                classes.merge(event.getClass("objectClass").getName(), weight, Double::sum);
                allocating.merge(Area.of(event.getStackTrace()), weight, Double::sum);
            }
            case "jdk.GarbageCollection" -> collecting = collecting.plus(event.getDuration("sumOfPauses"));
            default -> {
            }
        }
    }

    String text() {
        double seconds = Math.max(1, end - begin) / 1e3;
        double bytes = classes.values().stream().mapToDouble(it -> it).sum();
        double samples = threads.values().stream().mapToDouble(it -> it).sum();
        return String.format(Locale.ROOT, "%.1f s; garbage collections stop the process for %.1f %% of the time; %.0f MB/s are allocated%n",
                seconds, collecting.toMillis() / 10.0 / seconds, bytes / 1e6 / seconds)
                + table("threads that run", threads, samples)
                + table("libraries that run, with the JDK's code that they call", libraries, samples)
                + table("Roster's methods, with all that they call", own, samples) + table("methods that run", methods, samples)
                + table("classes allocated", classes, bytes) + table("libraries that allocate", allocating, bytes);
    }

    private static String table(String title, Map<String, Double> shares, double all) {
        return "\n" + title + "\n" + shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())).limit(LINES)
                .map(it -> String.format(Locale.ROOT, "%5.1f %%  %s%n", 100 * it.getValue() / all, it.getKey()))
                .collect(Collectors.joining());
    }
}
