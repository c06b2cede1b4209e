package roster.query.log.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.query.log.LogTrees;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.MalformedNote;
import roster.recordlog.note.NoteSignature;
import roster.recordlog.note.SignedNote;

/** Asks witnesses to cosign checkpoints (C2SP tlog-witness), in a thread of its own, and stores their cosignatures. */
public final class WitnessClient implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final Logger log = LoggerFactory.getLogger(WitnessClient.class);

    private final JdbcClient jdbc;
    private final LogTrees trees;
    private final List<WitnessAddress> witnesses;
    /** Sizes that the witnesses have cosigned. */
    private final Map<WitnessAddress, Long> cosigned = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("log-witnesses").factory());

    public WitnessClient(JdbcClient jdbc, List<WitnessAddress> witnesses) {
        this.jdbc = jdbc;
        this.trees = new LogTrees(jdbc);
        this.witnesses = witnesses;
    }

    /** Returns at once. A witness that does not answer is asked again with the next checkpoint. */
    public void ask(SignedNote note) {
        for (var witness : witnesses) {
            try {
                thread.execute(() -> ask(witness, note));
            } catch (RejectedExecutionException _) {
                return; // the service ends
            }
        }
    }

    private void ask(WitnessAddress witness, SignedNote note) {
        try {
            var answer = submit(witness, note, cosigned.getOrDefault(witness, 0L));
            if (answer.statusCode() == CONFLICT) {
                answer = submit(witness, note, Long.parseLong(answer.body().strip()));
            }
            if (answer.statusCode() == OK && store(witness, note, answer.body())) {
                return;
            }
            log.warn("the witness {} has not cosigned the checkpoint of the log: status {}", witness.key().name(), answer.statusCode());
        } catch (IOException | MalformedNote | IllegalArgumentException | DataAccessException e) {
            log.warn("the witness {} has not cosigned the checkpoint of the log: {}", witness.key().name(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> submit(WitnessAddress witness, SignedNote note, long old) throws IOException, InterruptedException {
        long size = Checkpoint.parse(note.text()).size();
        if (old > size) {
            throw new IllegalArgumentException("it has cosigned " + old + " entries, and the log has " + size);
        }
        var proof = trees.consistency(LogTrees.ROOT_LOG, old, size).stream().map(it -> it + "\n").collect(Collectors.joining());
        var request = HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint")).timeout(ANSWER)
                .POST(BodyPublishers.ofString("old " + old + "\n" + proof + "\n" + note)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private boolean store(WitnessAddress witness, SignedNote note, String lines) {
        var given = new SignedNote(note.text(), lines.lines().map(NoteSignature::parse).toList());
        Optional<NoteSignature> signature = given.signatureOf(witness.key());
        signature.ifPresent(it -> {
            long size = Checkpoint.parse(note.text()).size();
            jdbc.sql("insert into record_log.cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing").param(size)
                    .param(witness.key().name()).param(it.toString()).update();
            cosigned.put(witness, size);
        });
        return signature.isPresent();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
