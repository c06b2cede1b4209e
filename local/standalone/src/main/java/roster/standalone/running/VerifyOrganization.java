package roster.standalone.running;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.local.disk.Folders;
import roster.local.process.JavaProgram;
import roster.recordlog.merkle.Tile;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.LogProof;
import roster.recordlog.note.MalformedNote;
import roster.recordlog.note.NoteSigner;
import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;

/** {@code ./roster verify ORGANIZATION}: fetches what {@code roster-verify.jar} reads from the running Roster, and runs it. */
public final class VerifyOrganization {
    private static final String LINES = "application/x-ndjson";
    private static final Pattern ORGANIZATION = Pattern.compile("[a-z0-9-]+");
    private static final int MOST_MEMBERS = 200;

    private final RunningRoster roster;
    private final Settings settings;

    public VerifyOrganization(Settings settings) {
        this.roster = new RunningRoster(settings);
        this.settings = settings;
    }

    /** @return the status of the verifier: 0 when everything is verified */
    public int run(String organization) throws IOException, InterruptedException {
        if (!ORGANIZATION.matcher(organization).matches()) {
            throw new StartFailure("'" + organization + "' is neither the slug nor the id of an organization");
        }
        var folder = Files.createTempDirectory("roster-verify-");
        try {
            return new ProcessBuilder(command(folder, "/organizations/" + organization)).inheritIO().start().waitFor();
        } catch (MalformedNote e) {
            throw new StartFailure("query-service answers a malformed checkpoint: " + e.getMessage());
        } finally {
            Folders.delete(folder);
        }
    }

    /** A new checkpoint first, so that it has everything that was recorded before. */
    private List<String> command(Path folder, String path) throws IOException, InterruptedException {
        roster.send(queries("/admin/log/checkpoint").POST(HttpRequest.BodyPublishers.noBody()), 200);
        var checkpoint = download(folder, "checkpoint", path + "/log/checkpoint", "application/json");
        var root = root(read(checkpoint));
        var command = JavaProgram.command("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar().toString(), "--key", key(root));
        command.addAll(List.of("--checkpoint", checkpoint.toString()));
        for (var name : List.of("entries", "heads", "alarms")) {
            command.addAll(List.of("--" + name, download(folder, name, path + "/log/" + name, LINES).toString()));
        }
        command.addAll(List.of("--events", download(folder, "events", path + "/events", LINES).toString()));
        command.addAll(List.of("--root-entries", rootEntries(folder, root.size()).toString()));
        command.addAll(members(folder, path));
        return command;
    }

    /** The list of members, if one page has them all. */
    private List<String> members(Path folder, String path) throws IOException, InterruptedException {
        var members = download(folder, "members", path + "/members?limit=" + MOST_MEMBERS, "application/json");
        return read(members).path("next").isString() ? List.of() : List.of("--members", members.toString());
    }

    private Path rootEntries(Path folder, long size) throws IOException, InterruptedException {
        var all = Files.createFile(folder.resolve("root-entries"));
        for (var tile = new Tile(0, 0); tile.width(size) > 0; tile = new Tile(0, tile.index() + 1)) {
            var partial = tile.width(size) < Tile.WIDTH ? ".p/" + tile.width(size) : "";
            var bundle = download(folder, "bundle", "/log/tile/entries/" + tile.indexPath() + partial, "*/*");
            Files.write(all, Files.readAllBytes(bundle), StandardOpenOption.APPEND);
        }
        return all;
    }

    private static Checkpoint root(JsonNode answer) {
        return Checkpoint.parse(LogProof.parse(answer.path("proof").asString()).checkpoint().text());
    }

    /** The public key, from the private one of the data folder: not from the answers that are verified. */
    private String key(Checkpoint root) throws IOException {
        var keys = Files.readString(settings.data().resolve("secrets/log-keys")).strip();
        var name = root.origin().replaceFirst("/epoch-\\d+$", "");
        return NoteSigner.ofLog(name, Base64.getDecoder().decode(keys)).verifier().toString();
    }

    private Path jar() {
        var jar = settings.root().resolve("verify/target/roster-verify.jar");
        if (!Files.exists(jar)) {
            throw StartFailure.notBuilt("verify");
        }
        return jar;
    }

    private JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    private Path download(Path folder, String name, String path, String format) throws IOException, InterruptedException {
        return roster.download(queries(path).header("Accept", format), folder.resolve(name));
    }

    private HttpRequest.Builder queries(String path) {
        return roster.request(Port.QUERY, path);
    }
}
