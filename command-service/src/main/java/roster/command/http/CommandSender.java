package roster.command.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import roster.access.control.Caller;
import roster.command.bus.Command;
import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.command.bus.Outcome;
import roster.command.retry.IdempotencyKey;
import roster.command.retry.IdempotentAnswers;
import roster.command.retry.StoredAnswer;

/**
 * Sends the command of an HTTP request and creates the response. The response to a request with an {@code Idempotency-Key} is stored in the
 * transaction of the command. Responses to dry runs are neither stored nor looked up.
 */
public final class CommandSender {
    static final String CONSISTENCY_TOKEN = "Consistency-Token";

    private final Commands commands;
    private final IdempotentAnswers answers;
    private final CommandRequest request;
    private final @Nullable IdempotencyKey key;
    private final boolean dryRun;

    CommandSender(Commands commands, IdempotentAnswers answers, CommandRequest request, @Nullable IdempotencyKey key, boolean dryRun) {
        this.commands = commands;
        this.answers = answers;
        this.request = request;
        this.key = key;
        this.dryRun = dryRun;
    }

    public Caller caller() {
        return request.caller();
    }

    /** The same request with the caller's reason. */
    public CommandSender because(@Nullable String reason) {
        return with(request.because(reason));
    }

    /** The same request with the caller that its content identifies. */
    public CommandSender by(Caller known) {
        return with(request.by(known));
    }

    private CommandSender with(CommandRequest changed) {
        return new CommandSender(commands, answers, changed, key, dryRun);
    }

    /** Sends a command, and answers 204 without a body. */
    public Answer<Void> send(Command command) {
        return new Answer<>(answer(command, HttpStatus.NO_CONTENT, Map.of(), _ -> null));
    }

    /**
     * Sends a command, and answers 200.
     *
     * @param body evaluated in the transaction of the command
     */
    public <T> Answer<T> send(Command command, Function<Outcome, T> body) {
        return new Answer<>(answer(command, HttpStatus.OK, Map.of(), body));
    }

    /**
     * Sends a command that creates something, and answers 201.
     *
     * @param location path of the created resource
     * @param body     evaluated in the transaction of the command
     */
    public <T> Created<T> create(Command command, String location, Function<Outcome, T> body) {
        return new Created<>(answer(command, HttpStatus.CREATED, Map.of(HttpHeaders.LOCATION, location), body));
    }

    private StoredAnswer answer(Command command, HttpStatus status, Map<String, String> headers, Function<Outcome, ?> body) {
        if (dryRun) {
            return new StoredAnswer(HttpStatus.OK.value(), Map.of(), DryRun.of(commands.rehearse(request, command)));
        }
        return commands.send(request, command, carryOut -> stored(() -> {
            var outcome = carryOut.get();
            return new StoredAnswer(status.value(), withVersion(headers, outcome), body.apply(outcome));
        }));
    }

    private StoredAnswer stored(Supplier<StoredAnswer> answer) {
        return key == null ? answer.get() : answers.answer(request.caller().id(), key, answer);
    }

    private static Map<String, String> withVersion(Map<String, String> headers, Outcome outcome) {
        var all = new TreeMap<>(headers);
        all.put(HttpHeaders.ETAG, "\"" + outcome.version() + "\"");
        all.put(CONSISTENCY_TOKEN, Long.toString(outcome.position()));
        return all;
    }
}
