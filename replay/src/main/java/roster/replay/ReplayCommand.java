package roster.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Command line of the replay: prints the members as lines of JSON to standard output, and the events they come from to standard error. */
public final class ReplayCommand {
    private static final String USAGE = """
            Usage: ./roster replay ORGANIZATION [--as-of MOMENT] [--queries ADDRESS]
                   ./roster replay [ORGANIZATION] --events FILE [--as-of MOMENT] [--queries ADDRESS]

            Reads the events of an organization from query-service, from the first one on, folds them into its
            members as of a moment, and prints one line of JSON for each member, deleted ones included.
            Fails when an event is missing, or when the checksum is not that of query-service.

              ORGANIZATION        slug or id
              --as-of MOMENT      an instant such as 2026-01-31T00:00:00Z or a position; otherwise now
              --events FILE       reads an export (application/x-ndjson, from the first event on) instead of the API.
                                  Without ORGANIZATION, no service is asked, and the checksum is only printed.
              --queries ADDRESS   of query-service; otherwise http://127.0.0.1:8082

            The environment variable TOKEN is an API token with the scope audit or events.
            """;

    private final PrintStream out;
    private final PrintStream messages;
    private final String token;
    private @Nullable String organization;
    private @Nullable String moment;
    private AsOf asOf = AsOf.THE_END;
    private @Nullable Path file;
    private URI queries = URI.create("http://127.0.0.1:8082");

    private ReplayCommand(Map<String, String> environment, PrintStream out, PrintStream messages) {
        this.token = environment.getOrDefault("TOKEN", "");
        this.out = out;
        this.messages = messages;
    }

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args, System.getenv(), new PrintStream(System.out, false, StandardCharsets.UTF_8), System.err));
    }

    /**
     * Runs one replay.
     *
     * @return the exit status: 1 when it failed, 2 for wrong arguments
     */
    public static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream messages)
            throws InterruptedException {
        var command = new ReplayCommand(environment, out, messages);
        try {
            command.read(args);
            command.replay();
            return 0;
        } catch (IllegalArgumentException e) {
            messages.println("replay: " + e.getMessage() + "\n\n" + USAGE);
            return 2;
        } catch (ReplayFailed | IOException e) {
            messages.println("replay: " + e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private void read(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--") && organization == null) {
                organization = args[i];
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " is unknown, or lacks its value");
            } else {
                option(args[i], args[++i]);
            }
        }
        if (organization == null && file == null) {
            throw new IllegalArgumentException("an organization or a file is needed");
        }
    }

    private void option(String name, String value) {
        switch (name) {
            case "--as-of" -> {
                asOf = AsOf.of(value);
                moment = value;
            }
            case "--events" -> file = Path.of(value);
            case "--queries" -> queries = URI.create(value);
            default -> throw new IllegalArgumentException(name + " is unknown");
        }
    }

    private void replay() throws IOException, InterruptedException {
        var replay = organization == null ? new Replay(asOf) : proven(new Api(queries, organization, token));
        if (organization == null) {
            readFile(replay);
        }
        replay.members().forEach(out::println);
        messages.println(replay.upTo() + (organization == null ? "" : ", as query-service has them"));
    }

    private Replay proven(Api api) throws IOException, InterruptedException {
        if (file != null) {
            var replay = new Replay(asOf);
            readFile(replay);
            compare(replay, api.expected(moment == null ? Long.toString(replay.upTo().position()) : moment));
            return replay;
        }
        var expected = api.expected(moment);
        var replay = new Replay(moment == null ? AsOf.of(Long.toString(expected.position())) : asOf);
        api.read(replay);
        compare(replay, expected);
        return replay;
    }

    private static void compare(Replay replay, Api.Expected expected) {
        var read = replay.upTo();
        if (read.count() != expected.count() || !read.checksum().toString().equals(expected.checksum())) {
            throw new ReplayFailed(read + " were read, but query-service has " + expected);
        }
    }

    private void readFile(Replay replay) {
        try (var lines = Files.lines(Objects.requireNonNull(file))) {
            lines.forEach(it -> replay.apply(FeedLine.of(it)));
        } catch (IOException | UncheckedIOException e) {
            throw new ReplayFailed(file + " cannot be read: " + e);
        }
    }
}
