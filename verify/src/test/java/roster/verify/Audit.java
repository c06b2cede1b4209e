package roster.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import roster.recordlog.event.TreeHead;

/** The files of an audit in a folder, and the verifier that reads them. */
final class Audit {
    private final Path folder;
    private final List<TreeHead> heads = new ArrayList<>();
    final RootLog log = new RootLog();

    Audit(Path folder) {
        this.folder = folder;
    }

    /** @param output of the verifier */
    record Result(int status, String output) {}

    /** Signs the organization as it is. */
    TreeHead sign(RecordedOrganization organization) {
        var head = organization.head(RootLog.ORIGIN, heads.size() + 1L, organization.size());
        heads.add(head);
        log.add(head);
        return head;
    }

    List<TreeHead> heads() {
        return heads;
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, List<String> lines) {
        return write(name, String.join("\n", lines) + "\n");
    }

    /** Writes what the organization and the log have now. */
    void export(RecordedOrganization organization) {
        write("entries", organization.entries());
        write("events", organization.feed());
        write("members", organization.members());
        write("checkpoint", log.checkpoint(heads.getLast()));
        write("heads", log.heads(heads));
        write("root-entries", log.bundles());
    }

    Result verify(String... more) {
        var arguments = new ArrayList<>(List.of("--key", RootLog.KEY.verifier().toString()));
        for (var file : List.of("entries", "checkpoint", "heads", "root-entries")) {
            arguments.addAll(List.of("--" + file, folder.resolve(file).toString()));
        }
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    Result run(List<String> arguments) {
        var out = new ByteArrayOutputStream();
        var printed = new PrintStream(out, false, StandardCharsets.UTF_8);
        int status = VerifyCommand.run(arguments.toArray(String[]::new), printed, printed);
        printed.flush();
        return new Result(status, out.toString(StandardCharsets.UTF_8));
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }
}
