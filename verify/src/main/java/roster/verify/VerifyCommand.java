package roster.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import roster.recordlog.note.MalformedNote;

/** Command line of the verifier. Reads files only; needs no network and no service. */
public final class VerifyCommand {
    private static final String USAGE = """
            Usage: java -jar roster-verify.jar --key KEY --checkpoint FILE --entries FILE [OPTION FILE]...
                   java -jar roster-verify.jar --key KEY --proof FILE

            Checks that the events of an organization are those that the log has signed, and all of them.
            Prints what is proven and what is wrong. Status: 0 verified, 1 not verified, 2 wrong arguments,
            3 a file cannot be read or is not what it should be.

              --key KEY             public key of the log (name+id+base64), which you have from another source
                                    than the files; repeat it after a change of keys: one of them must have signed
              --checkpoint FILE     answer of GET /organizations/{org}/log/checkpoint
              --entries FILE        answer of GET /organizations/{org}/log/entries, from the first event on
              --proof FILE          answer of GET /organizations/{org}/log/proof, for one event alone

              --older FILE          an earlier answer of …/log/checkpoint that you have kept; repeatable
              --witness KEY         public key of a witness that must have cosigned; repeatable
              --heads FILE          answer of GET /organizations/{org}/log/heads
              --root-entries FILE   bundles of GET /log/tile/entries/…, one after the other: with --heads, they
                                    prove that the organization has no other heads than these
              --alarms FILE         answer of GET /organizations/{org}/log/alarms: what the service itself has found, of which
                                    --root-entries have the hashes
              --events FILE         answer of GET /organizations/{org}/events as application/x-ndjson, from the first
                                    event on: has it the data of the store, and are only erased names missing?
              --members FILE        answer of GET /organizations/{org}/members with all members: do they follow
                                    from the events?
            """;

    private final Arguments arguments;
    private final Findings findings = new Findings();

    private VerifyCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    /**
     * Verifies once.
     *
     * @return the exit status
     */
    public static int run(String[] args, PrintStream out, PrintStream messages) {
        try {
            var command = new VerifyCommand(new Arguments(args));
            command.verify();
            command.findings.print(out);
            return command.findings.areGood() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            messages.println("roster-verify: " + e.getMessage() + "\n\n" + USAGE);
            return 2;
        } catch (VerificationFailed | MalformedNote | IOException | UncheckedIOException e) {
            messages.println("roster-verify: " + e.getMessage());
            return 3;
        } finally {
            out.flush();
        }
    }

    private void verify() throws IOException {
        var proof = arguments.file("--proof");
        if (proof.isPresent()) {
            EventProofCheck.check(Files.readString(proof.get()), findings).check("proof", arguments.keys(), arguments.witnesses(),
                    findings);
        }
        var checkpoint = arguments.file("--checkpoint");
        if (checkpoint.isPresent()) {
            verify(SignedHead.of(Files.readString(checkpoint.get())));
        }
    }

    private void verify(SignedHead newest) throws IOException {
        newest.check("checkpoint", arguments.keys(), arguments.witnesses(), findings);
        var entries = new EntriesCheck(newest, findings);
        for (var file : arguments.files("--older")) {
            var older = SignedHead.of(Files.readString(file));
            older.check(file.getFileName().toString(), arguments.keys(), arguments.witnesses(), findings);
            checkOlder(older, newest, file);
            entries.expect(older.size(), file.getFileName().toString(), older.head().checkpoint().root());
        }
        var heads = heads(newest, entries);
        var rootEntries = arguments.file("--root-entries");
        if (rootEntries.isPresent() && heads != null) {
            new RootEntries(Files.readAllBytes(rootEntries.get())).check(newest, heads, alarms(), findings);
        } else {
            findings.unchecked(
                    "whether the root log has other heads of the organization, or alarms, which needs --heads and --root-entries");
        }
        verifyEntries(entries);
    }

    private void checkOlder(SignedHead older, SignedHead newest, Path file) {
        if (!older.head().tree().equals(newest.head().tree())) {
            findings.wrong(file.getFileName() + ": it is of another organization");
        }
        if (!older.root().origin().equals(newest.root().origin())) {
            findings.proven(
                    file.getFileName() + ": it is of the log " + older.root().origin() + ", before the store was restored from a backup");
        }
    }

    private @Nullable HeadsFile heads(SignedHead newest, EntriesCheck entries) throws IOException {
        var file = arguments.file("--heads");
        if (file.isEmpty()) {
            return null;
        }
        try (var lines = Files.lines(file.get())) {
            var heads = HeadsFile.of(lines, newest);
            heads.check(newest, findings);
            heads.heads().stream().filter(it -> it.head().number() <= newest.head().number())
                    .forEach(it -> entries.expect(it.head().checkpoint().size(), "head " + it.head().number(),
                            it.head().checkpoint().root()));
            return heads;
        }
    }

    private AlarmsFile alarms() throws IOException {
        var file = arguments.file("--alarms");
        if (file.isEmpty()) {
            return AlarmsFile.NONE;
        }
        try (var lines = Files.lines(file.get())) {
            return AlarmsFile.of(lines);
        }
    }

    private void verifyEntries(EntriesCheck entries) throws IOException {
        var list = arguments.file("--members").isPresent() ? AnswerJson.read(Files.readString(arguments.file("--members").get())) : null;
        var members = new MemberFold(findings, list == null ? Long.MAX_VALUE : Long.parseLong(AnswerJson.text(list, "position")));
        var export = arguments.file("--events");
        try (var lines = Files.lines(arguments.file("--entries").orElseThrow());
                var exported = export.isPresent() ? Files.lines(export.get()) : null) {
            var feed = exported == null ? null : new FeedCheck(exported.iterator(), findings);
            verifyEach(lines.iterator(), entries, members, feed);
            end(entries, members, feed, list);
        }
    }

    private static void verifyEach(Iterator<String> lines, EntriesCheck entries, MemberFold members, @Nullable FeedCheck feed) {
        while (lines.hasNext()) {
            var entry = LogEntry.of(lines.next());
            if (entries.check(entry) && entry.event() != null) {
                members.apply(entry, entry.event());
                if (feed != null) {
                    feed.compare(entry, entry.event());
                }
            }
        }
    }

    private void end(EntriesCheck entries, MemberFold members, @Nullable FeedCheck feed, @Nullable JsonNode list) {
        entries.end();
        if (feed != null) {
            feed.end(members);
        }
        if (list == null) {
            findings.unchecked("a list of members; by the events there are " + members);
        } else {
            members.compare(Objects.requireNonNull(list));
        }
    }
}
