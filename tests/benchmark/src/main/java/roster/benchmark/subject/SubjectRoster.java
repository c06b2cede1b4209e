package roster.benchmark.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import roster.benchmark.http.HttpConnection;
import roster.benchmark.http.Request;
import roster.benchmark.measure.ClosedLoop;
import roster.local.disk.Folders;
import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

/**
 * Roster as {@code ./roster up} starts it, in an empty folder. Only the limits on invitations are out of reach, because all are sent in one
 * name. It has the organization {@code acme} with one active admin, in whose name an API token invites.
 */
public final class SubjectRoster implements AutoCloseable {
    private static final String UNLIMITED = "1000000000";
    private static final Map<String, String> SETTINGS = Map.of("ROSTER_OPEN_INVITATIONS", UNLIMITED, "ROSTER_INVITATIONS_PER_INVITER",
            UNLIMITED, "ROSTER_REQUESTS_PER_SECOND", UNLIMITED, "ROSTER_REQUESTS_BURST", UNLIMITED);

    private static final int EMAILS_EACH = 2;
    private static final int CLIENTS = 8;
    private static final int OVERLOADED = 503;
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(5);

    private final Path folder;
    private final Roster roster;
    private final Duration start;

    private SubjectRoster(Path folder) {
        this.folder = folder;
        var begin = Instant.now();
        this.roster = Roster.asUp(folder, SETTINGS);
        this.start = Duration.between(begin, Instant.now());
    }

    public static SubjectRoster start() {
        try {
            return new SubjectRoster(Files.createTempDirectory("roster-benchmark-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Roster roster() {
        return roster;
    }

    /** Time that the start took until everything was ready. */
    public Duration startTime() {
        return start;
    }

    /** Secret of the API token of {@code acme}. */
    public String apiToken() {
        try {
            return Files.readString(folder.resolve("api-token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request of an operator that registers an organization. */
    public byte[] registration(String slug) {
        return Request.post("/organizations", roster.operatorToken(), """
                {"slug":"%s","name":"Bench","admin":{"name":"Ada Lovelace","email":"ada@%s.example"}}""".formatted(slug, slug));
    }

    public int commandPort() {
        return roster.port("COMMAND");
    }

    public int queryPort() {
        return roster.port("QUERY");
    }

    /** Begins to measure processor time; {@link Measuring#end} ends it. */
    public Measuring measure() {
        return new Measuring(roster, PartTimes.of(roster));
    }

    /** A measurement of processor time that has begun. */
    public record Measuring(Roster roster, PartTimes begin) {
        public PartTimes end() {
            return PartTimes.of(roster).minus(begin);
        }
    }

    public Emails emails() {
        return new Emails(folder.resolve("inbox"));
    }

    /** Sends invitations in a closed loop. A service that is overloaded may refuse some. */
    public void warmUp(int seconds) {
        var invitations = new Invitations(apiToken());
        ClosedLoop.run(CLIENTS, seconds, () -> new HttpConnection(commandPort()), connection -> {
            var answer = connection.send(invitations.next().request());
            if (answer.status() != OVERLOADED) {
                invitations.require(answer);
            }
        });
    }

    /** Waits until both e-mails of all invitations have been accepted. */
    public void awaitEmails() {
        var emails = emails();
        Await.until(LONGEST_BACKLOG, () -> emails.count() >= EMAILS_EACH * Invitations.accepted());
    }

    /** Counts from now on. */
    public Progress progress() {
        return new Progress(roster, emails());
    }

    /** Kills it, because its data are not needed any more. */
    @Override
    public void close() {
        Roster.kill(roster.everything());
        Folders.delete(folder);
    }
}
