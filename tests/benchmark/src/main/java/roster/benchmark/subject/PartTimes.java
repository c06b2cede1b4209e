package roster.benchmark.subject;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import roster.benchmark.measure.ProcessorTime;
import roster.systemtest.running.Roster;
import roster.systemtest.running.Roster.Part;

/**
 * Processor time in seconds.
 *
 * @param parts   of the parts of Roster, by name
 * @param client  of this program and of the programs that it has run to the end
 * @param machine of all processes of the machine
 * @param moment  {@link System#nanoTime()}
 */
public record PartTimes(Map<String, Double> parts, double client, double machine, long moment) {
    public static final String COMMAND_SERVICE = "command-service";
    public static final String POSTGRES = "PostgreSQL";

    static PartTimes of(Roster roster) {
        var parts = new LinkedHashMap<String, Double>();
        for (var part : Part.values()) {
            parts.put(name(part), part == Part.POSTGRES
                    ? roster.processes(part).stream().limit(1).mapToDouble(ProcessorTime::withChildren).sum()
                    : roster.processes(part).stream().mapToDouble(ProcessorTime::of).sum());
        }
        parts.put("launcher with inbox", ProcessorTime.of(roster.launcherProcess()));
        return new PartTimes(parts, ProcessorTime.withEnded(ProcessHandle.current()), ProcessorTime.ofMachine(), System.nanoTime());
    }

    public static String name(Part part) {
        return switch (part) {
            case POSTGRES -> POSTGRES;
            case KAFKA -> "Kafka";
            case COMMAND_SERVICE, QUERY_SERVICE, NOTIFICATION_SERVICE -> part.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    PartTimes minus(PartTimes before) {
        var used = new LinkedHashMap<>(parts);
        used.replaceAll((part, seconds) -> seconds - before.of(part));
        return new PartTimes(used, client - before.client, machine - before.machine, moment - before.moment);
    }

    public double of(String part) {
        return parts.getOrDefault(part, 0.0);
    }

    public double all() {
        return parts.values().stream().mapToDouble(it -> it).sum();
    }

    /** Number of processors that programs beside the benchmark used, of a difference of two times. */
    public double processorsOfOthers() {
        return Math.max(0, (machine - client - all()) / (moment / 1e9));
    }
}
