package roster.command.bus;

import static roster.command.bus.CommandMetadata.EVENT_METADATA;
import static roster.command.bus.CommandMetadata.IF_MATCH;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import roster.command.access.Gate;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.PreconditionFailed;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventNotifier;
import roster.eventstore.EventReader;
import roster.eventstore.NewEvent;

/**
 * Carries out commands. The decision and its events are one transaction; a command that conflicts with a concurrent one is decided again. A dry
 * run does the same without the append, and is rolled back.
 */
@Component
public final class Commands {
    private static final int ATTEMPTS = 20;

    private final CommandBus bus;
    private final Gate gate;
    private final List<Consequence> consequences;
    private final AggregateLocks locks = new AggregateLocks();
    private final TransactionTemplate transaction;
    private final EventReader store;
    private final EventNotifier notifier;
    private final JdbcClient jdbc;

    Commands(CommandBus bus, Gate gate, List<Consequence> consequences, TransactionTemplate transaction,
            EventReader store, EventNotifier notifier, JdbcClient jdbc) {
        this.bus = bus;
        this.gate = gate;
        this.consequences = consequences;
        this.transaction = transaction;
        this.store = store;
        this.notifier = notifier;
        this.jdbc = jdbc;
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
        var result = decide(request, command, _ -> inTransaction.apply(() -> carryOut(request, command)));
        notifier.appended();
        return result;
    }

    /**
     * Does a dry run.
     *
     * @return the events that the command would record
     * @throws roster.command.rejection.Rejected when the command would be rejected
     */
    public List<NewEvent> rehearse(CommandRequest request, Command command) {
        return decide(request, command, transaction -> {
            transaction.setRollbackOnly();
            return record(request, command, true).decided();
        });
    }

    private <T> T decide(CommandRequest request, Command command, TransactionCallback<T> decision) {
        gate.check(request.caller(), request.onBehalfOf(), command);
        if (command instanceof Creation && request.ifMatch() != null) {
            throw new Rejected(new PreconditionFailed(null, false));
        }
        return locks.whileLocked(command.aggregateId(), () -> transact(decision));
    }

    private <T> T transact(TransactionCallback<T> decision) {
        for (int attempt = 1;; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(decision));
            } catch (ConcurrencyException | PessimisticLockingFailureException lostRace) {
                if (attempt == ATTEMPTS) {
                    throw lostRace;
                }
            }
        }
    }

    private Outcome carryOut(CommandRequest request, Command command) {
        return outcome(command, record(request, command, false).recorded());
    }

    private Recording record(CommandRequest request, Command command, boolean isDryRun) {
        var recording = new Recording(isDryRun, prior -> dispatch(request.bySystem(), prior));
        ScopedValue.where(Recording.CURRENT, recording).run(() -> {
            dispatch(request, command);
            recording.decided().forEach(event -> dispatchConsequences(request, command, event));
        });
        return recording;
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
