package roster.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.benchmark.measure.Figure;
import roster.benchmark.measure.Rounds;
import roster.benchmark.profile.FlightRecording;
import roster.benchmark.record.LargeRecord;
import roster.benchmark.record.QueryProcess;
import roster.benchmark.subject.Invitations;
import roster.benchmark.subject.SubjectRoster;
import roster.local.disk.Folders;

/** A run of the program, which prints as it proceeds: what its benchmarks share, and their figures. */
public final class Session implements AutoCloseable {
    private static final int WARM_UP = 20;
    private static final int LONGEST_WARM_UP = 6;
    /** After so many invitations the code is compiled. */
    private static final int COMPILED = 15_000;

    private final Options options;
    private final List<Figure> figures = new ArrayList<>();
    private @Nullable SubjectRoster roster;
    private boolean warm;
    private @Nullable LargeRecord record;
    private @Nullable QueryProcess queries;
    private @Nullable Path folder;

    Session(Options options) {
        this.options = options;
    }

    public int rounds() {
        return options.rounds();
    }

    /** The length of a round that takes so many seconds in the standard run. */
    public int seconds(int standard) {
        return options.seconds(standard);
    }

    /** Started when a benchmark first asks for it. */
    public SubjectRoster roster() {
        if (roster == null) {
            say("starting Roster");
            roster = SubjectRoster.start();
        }
        return roster;
    }

    /** {@link #roster}, after many invitations with all that follows from them, so that its code is compiled as in a service that runs for long. */
    public SubjectRoster warmRoster() {
        var subject = roster();
        if (!warm) {
            say("warming up");
            for (int i = 0; i < (options.isQuick() ? 1 : LONGEST_WARM_UP) && Invitations.accepted() < COMPILED; i++) {
                subject.warmUp(seconds(WARM_UP));
            }
            subject.awaitEmails();
            warm = true;
        }
        return subject;
    }

    /** An event store with a large organization, written when a benchmark first asks for it, unless an earlier run has kept it. */
    public LargeRecord record() {
        if (record == null) {
            say("writing " + options.size().all() + " events");
            record = LargeRecord.in(options.data() == null ? temporary() : options.data(), options.size());
        }
        return record;
    }

    /** query-service on {@link #record}. */
    public QueryProcess queries() {
        if (queries == null) {
            queries = QueryProcess.on(record(), temporary());
        }
        return queries;
    }

    private Path temporary() {
        try {
            folder = folder == null ? Files.createTempDirectory("roster-benchmark-") : folder;
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps and prints the figures of a benchmark. */
    public void report(Rounds rounds) {
        rounds.figures().forEach(it -> {
            figures.add(it);
            say("  " + it.name() + ": " + Report.value(it));
        });
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    public void say(String line) {
        System.out.println(line);
    }

    /** Runs the load once more, with a profile of a process, when the run was asked for profiles: they would change the figures. */
    public void profile(String name, ProcessHandle process, Runnable load) {
        var folder = options.profile();
        if (folder != null) {
            try (var _ = FlightRecording.start(process, folder.resolve(name + ".jfr"), it -> say("  profile: " + it))) {
                load.run();
            }
        }
    }

    @Override
    public void close() {
        if (roster != null) {
            roster.close();
        }
        if (queries != null) {
            queries.close();
        }
        if (record != null) {
            record.close();
        }
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
