package roster.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.MerkleProof;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.MalformedNote;
import roster.recordlog.note.NoteSigner;
import roster.recordlog.note.SignedNote;
import roster.recordlog.note.VerifierKey;

/** A small witness (C2SP tlog-witness) of one log, which never cosigns one that shrinks or forks. */
final class TestWitness implements AutoCloseable {
    private final NoteSigner key = NoteSigner.ofWitness("witness.example", new byte[32]);
    private final VerifierKey log;
    private final HttpServer server;
    private Checkpoint last = new Checkpoint("", 0, Hash.EMPTY);

    TestWitness(VerifierKey log) {
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/add-checkpoint", this::answer);
        server.start();
    }

    VerifierKey key() {
        return key.verifier();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private record Answer(int status, String body) {}

    private void answer(HttpExchange exchange) throws IOException {
        var answer = add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Answer add(String request) {
        int blank = request.indexOf("\n\n");
        var lines = List.of(request.substring(0, blank).split("\n"));
        var note = SignedNote.parse(request.substring(blank + 2));
        var next = Checkpoint.parse(note.text());
        try {
            if (!note.isSignedBy(log)) {
                return new Answer(403, "");
            }
        } catch (MalformedNote _) {
            return new Answer(403, "");
        }
        long old = Long.parseLong(lines.getFirst().substring("old ".length()));
        if (old > next.size()) {
            return new Answer(400, "");
        }
        if (old != last.size()) {
            return new Answer(409, last.size() + "\n");
        }
        var proof = lines.stream().skip(1).flatMap(it -> it.isEmpty() ? Stream.of() : Stream.of(Hash.ofBase64(it))).toList();
        if (!MerkleProof.isConsistent(last.size(), last.root(), next.size(), next.root(), proof)) {
            return new Answer(422, "");
        }
        last = next;
        return new Answer(200, key.cosign(note.text(), Instant.now()) + "\n");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
