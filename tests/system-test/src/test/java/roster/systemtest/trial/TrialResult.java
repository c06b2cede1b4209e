package roster.systemtest.trial;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import roster.systemtest.trial.driver.CommandJournal;
import roster.systemtest.trial.faults.Injector;
import roster.systemtest.trial.faults.Struck;
import roster.systemtest.trial.judge.Verdict;

/** Figures of a trial, as a table in Markdown. */
record TrialResult(long seed, Duration took, CommandJournal journal, Injector injector, Verdict verdict) {
    private static final String BEGIN = "<!-- result -->";
    private static final String END = "<!-- end of the result -->";

    String table() {
        var operations = journal.acceptedByOperation();
        return String.format(Locale.ROOT, """
                | | |
                |---|---|
                | seed, time under faults | %d, %d s |
                | machine | %s |
                | commands carried out, rejected | %,d, %,d |
                | operations carried out; the rarest | %d; %s |
                | commands that were sent more than once; attempts without an answer that settles it | %,d; %,d |
                | faults with evidence, without (not counted) | %d, %d |
                | killed | %s |
                | hurt, kills included | %s |
                | longest time until all processes were ready again | %.1f s |
                | events | %,d |
                | records of Kafka that came again | %,d |
                | e-mails accepted by the mail server, again and identical, with a cause | %,d, %,d |
                | lost, doubled, made up, or otherwise not as they must be | %d |

                | fault | times | ready again: median | longest |
                |---|---|---|---|
                %s
                """, seed, took.toSeconds(), machine(), journal.accepted(), journal.rejected(), operations.size(), rarest(operations),
                journal.repeated(), journal.unanswered(),
                injector.struck().size(), injector.missed(), hurt("kill"), hurt(""), longest(), verdict.events(), verdict.recordsAgain(),
                verdict.emails(),
                verdict.emailsAgain(), verdict.faults().size(), faults());
    }

    /** Replaces the last result in {@code docs/reliability.md}, with {@code -Droster.trial.write=true}. */
    void writeIfWanted() throws IOException {
        if (Boolean.getBoolean("roster.trial.write")) {
            var file = Path.of(System.getProperty("roster.root"), "docs/reliability.md");
            var text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + "\n" + table() + "\n"
                    + text.substring(text.indexOf(END)));
        }
    }

    private String machine() {
        var loads = injector.struck().stream().mapToDouble(Struck::load).sorted().toArray();
        return String.format(Locale.ROOT, "%d processors, load average %.1f for each (median)",
                Runtime.getRuntime().availableProcessors(), loads.length == 0 ? 0 : loads[loads.length / 2]);
    }

    private static String rarest(Map<String, Long> operations) {
        return operations.entrySet().stream().min(Map.Entry.comparingByValue())
                .map(it -> String.format(Locale.ROOT, "`%s`, %,d times", it.getKey(), it.getValue())).orElse("none");
    }

    /** Parts that were hurt by faults whose name begins so, with the number of times. */
    private String hurt(String fault) {
        return injector.struck().stream().filter(it -> it.fault().startsWith(fault)).flatMap(it -> it.hurt().stream())
                .map(it -> it.replaceAll("-\\d$", "")).collect(groupingBy(it -> it, TreeMap::new, counting())).entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue()).collect(Collectors.joining(", "));
    }

    private double longest() {
        return injector.struck().stream().map(Struck::ready).mapToDouble(TrialResult::seconds).max().orElse(0);
    }

    private String faults() {
        Map<String, List<Struck>> byFault = injector.struck().stream()
                .collect(groupingBy(Struck::fault, TreeMap::new, Collectors.toList()));
        return byFault.entrySet().stream().map(it -> line(it.getKey(), it.getValue())).collect(Collectors.joining("\n"));
    }

    private static String line(String fault, List<Struck> its) {
        var ready = its.stream().map(Struck::ready).sorted().toList();
        return String.format(Locale.ROOT, "| %s | %d | %.1f s | %.1f s |", fault, its.size(), seconds(ready.get(ready.size() / 2)),
                seconds(ready.getLast()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
