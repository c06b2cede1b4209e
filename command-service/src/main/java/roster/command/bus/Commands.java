package roster.command.bus;

import static roster.command.bus.CommandMetadata.EVENT_METADATA;
import static roster.command.bus.CommandMetadata.IF_MATCH;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import roster.command.access.Gate;
import roster.command.bus.Recording.Mode;
import roster.command.metrics.CommandMetrics;
import roster.command.metrics.CommandResults;
import roster.command.metrics.Sent;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.PreconditionFailed;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventNotifier;
import roster.eventstore.EventReader;
import roster.eventstore.NewEvent;
import roster.eventstore.UnreadableEvent;
import roster.eventstore.sealing.KeyLost;

/**
 * Carries out commands. The decision and its events are one transaction; a command that conflicts with a concurrent one is decided again. A dry
 * run does the same without the append, and is rolled back.
 */
@Component
public final class Commands {
    private static final int ATTEMPTS = 20;
    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final CommandBus bus;
    private final Gate gate;
    private final List<Consequence> consequences;
    private final AggregateLocks locks = new AggregateLocks();
    private final TransactionTemplate transaction;
    private final EventReader store;
    private final EventNotifier notifier;
    private final JdbcClient jdbc;
    private final CommandMetrics metrics;

    Commands(CommandBus bus, Gate gate, List<Consequence> consequences, TransactionTemplate transaction,
            EventReader store, EventNotifier notifier, JdbcClient jdbc, CommandMetrics metrics) {
        this.bus = bus;
        this.gate = gate;
        this.consequences = consequences;
        this.transaction = transaction;
        this.store = store;
        this.notifier = notifier;
        this.jdbc = jdbc;
        this.metrics = metrics;
    }

    /** @throws roster.command.rejection.Rejected when the command is rejected */
    public Outcome send(CommandRequest request, Command command) {
        return send(request, command, Supplier::get);
    }

    /**
     * Carries out the command in a transaction that it shares with its caller.
     *
     * @param inTransaction runs in the transaction and calls its argument to carry out the command, or not; repeated with the transaction
     * @throws roster.command.rejection.Rejected when the command is rejected
     */
    public <T> T send(CommandRequest request, Command command, Function<Supplier<Outcome>, T> inTransaction) {
        return metrics.measure(sent(List.of(command)), request.traceparent(), results -> {
            var traced = request.within(results.traceparent());
            var answer = decide(request, List.of(command), _ -> inTransaction.apply(() -> carryOut(traced, command, results)));
            notifier.appended();
            return answer;
        });
    }

    /**
     * Carries out several commands in one transaction, and appends their events together. Only for commands that depend on nothing but their
     * aggregate.
     */
    public Outcomes sendAll(CommandRequest request, List<? extends Command> commands) {
        return metrics.measure(sent(commands), request.traceparent(), results -> {
            var traced = request.within(results.traceparent());
            var outcomes = decide(request, commands, _ -> carryOut(traced, commands, results));
            notifier.appended();
            return outcomes;
        });
    }

    /**
     * Does a dry run.
     *
     * @return the events that the command would record
     * @throws roster.command.rejection.Rejected when the command would be rejected
     */
    public List<NewEvent> rehearse(CommandRequest request, Command command) {
        return decide(request, List.of(command), transaction -> {
            transaction.setRollbackOnly();
            var recording = recording(request, Mode.NEVER);
            record(request, command, recording);
            return recording.decided();
        });
    }

    private static List<Sent> sent(List<? extends Command> commands) {
        return commands.stream().map(it -> new Sent(it.getClass().getSimpleName(), it.aggregateId())).toList();
    }

    private <T> T decide(CommandRequest request, List<? extends Command> commands, TransactionCallback<T> decision) {
        for (var command : commands) {
            gate.check(request.caller(), request.onBehalfOf(), command);
            if (command instanceof Creation && request.ifMatch() != null) {
                throw new Rejected(new PreconditionFailed(null, false));
            }
        }
        return locks.whileLocked(commands.stream().map(Command::aggregateId).toList(), () -> transact(decision));
    }

    private <T> T transact(TransactionCallback<T> decision) {
        for (int attempt = 1;; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(decision));
            } catch (ConcurrencyException | PessimisticLockingFailureException lostRace) {
                if (attempt == ATTEMPTS) {
                    throw lostRace;
                }
                metrics.conflict();
            }
        }
    }

    private Outcome carryOut(CommandRequest request, Command command, CommandResults results) {
        var recording = recording(request, Mode.AT_ONCE);
        record(request, command, recording);
        results.carriedOut(recording.recorded(), Set.of());
        return outcome(command, recording.recorded());
    }

    private Outcomes carryOut(CommandRequest request, List<? extends Command> commands, CommandResults results) {
        var recording = recording(request, Mode.AT_THE_END);
        var undecided = new HashSet<UUID>();
        for (var command : commands) {
            try {
                record(request, command, recording);
            } catch (UnreadableEvent | KeyLost e) {
                log.error("a command was not carried out: {}", e.getMessage());
                undecided.add(command.aggregateId());
            }
        }
        recording.end();
        results.carriedOut(recording.recorded(), undecided);
        return new Outcomes(undecided, recording.recorded().stream().mapToLong(RecordedEvent::position).max().orElseGet(store::head));
    }

    private Recording recording(CommandRequest request, Mode mode) {
        return new Recording(mode, prior -> dispatch(request.bySystem(), prior));
    }

    private void record(CommandRequest request, Command command, Recording recording) {
        int before = recording.decided().size();
        ScopedValue.where(Recording.CURRENT, recording).run(() -> {
            dispatch(request, command);
            recording.decided().stream().skip(before).toList().forEach(event -> dispatchConsequences(request, command, event));
        });
    }

    private void dispatchConsequences(CommandRequest request, Command cause, NewEvent event) {
        for (var consequence : consequences) {
            var own = request.unconditionally();
            var explained = consequence.reason().map(own::because).orElse(own);
            consequence.of(cause, event).forEach(command -> dispatch(explained, command));
        }
    }

    private void dispatch(CommandRequest request, Command command) {
        var message = GenericCommandMessage.asCommandMessage(command);
        var metadata = new TreeMap<String, @Nullable Object>();
        metadata.put(EVENT_METADATA, request.metadata(command.organizationId(), message.getIdentifier()));
        metadata.put(IF_MATCH, request.ifMatch());
        var result = new AtomicReference<@Nullable CommandResultMessage<?>>();
        bus.dispatch(message.withMetaData(metadata),
                (CommandMessage<?> _, CommandResultMessage<?> handled) -> result.set(handled));
        var handled = Objects.requireNonNull(result.get(), "the command bus is synchronous");
        if (handled.isExceptional()) {
            throw asUnchecked(handled.exceptionResult());
        }
    }

    private static RuntimeException asUnchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    private Outcome outcome(Command command, List<RecordedEvent> events) {
        var own = events.stream().filter(it -> it.aggregateId().equals(command.aggregateId())).mapToLong(RecordedEvent::sequence).max();
        var last = events.stream().mapToLong(RecordedEvent::position).max();
        return new Outcome(events, own.orElseGet(() -> version(command)), last.orElseGet(store::head));
    }

    private long version(Command command) {
        return jdbc.sql("select max(sequence_number) from event_store.event where aggregate_id = ?")
                .param(command.aggregateId())
                .query(Long.class).single();
    }
}
