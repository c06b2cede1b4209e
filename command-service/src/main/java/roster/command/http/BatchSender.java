package roster.command.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.http.HttpStatus;

import roster.access.control.Caller;
import roster.command.bus.Command;
import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.command.bus.Outcomes;
import roster.command.retry.StoredAnswer;

/** Sends commands of an HTTP request together. They are idempotent by themselves: there is no idempotency key, and no dry run. */
public final class BatchSender {
    private final Commands commands;
    private final CommandRequest request;

    BatchSender(Commands commands, CommandRequest request) {
        this.commands = commands;
        this.request = request;
    }

    public Caller caller() {
        return request.caller();
    }

    /** Sends commands that depend on nothing but their aggregates, and answers 200. */
    public <T> Answer<T> send(List<? extends Command> all, Function<Outcomes, T> body) {
        var outcomes = commands.sendAll(request, all);
        return new Answer<>(
                new StoredAnswer(HttpStatus.OK.value(), Map.of(CommandSender.CONSISTENCY_TOKEN, Long.toString(outcomes.position())),
                        body.apply(outcomes)));
    }
}
