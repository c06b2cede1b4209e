package roster.command.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberSuspended;

@ServiceTest
class RehearsedStreamTest {
    @Autowired private EventStorageEngine engine;

    @Autowired private TransactionTemplate transaction;

    @Autowired private Teams teams;

    @Test
    void the_next_command_of_a_dry_run_finds_what_the_one_before_has_decided() {
        var team = teams.founded("rehearsed-stream");
        var ada = team.ada().toString();

        inDryRun(() -> {
            engine.appendEvents(List.of(suspended(team, 2)));
            assertThat(sequences(ada, 0)).containsExactly(0L, 1L, 2L);
            assertThat(sequences(ada, 2)).containsExactly(2L);
            assertThat(sequences(ada, 3)).isEmpty();
            assertThat(sequences(team.id().toString(), 0)).containsExactly(0L);
        });

        assertThat(team.history(team.ada())).hasSize(2);
    }

    @Test
    void a_dry_run_loses_the_race_against_a_command_that_was_first() {
        var team = teams.founded("rehearsed-race");

        inDryRun(() -> assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(List.of(suspended(team, 1)))));
    }

    private void inDryRun(Runnable commands) {
        ScopedValue.where(Recording.CURRENT, new Recording(Recording.Mode.NEVER, prior -> fail("nothing comes before: " + prior)))
                .run(() -> transaction.executeWithoutResult(_ -> commands.run()));
    }

    private static DomainEventMessage<?> suspended(Team team, long sequence) {
        return new GenericDomainEventMessage<>("member", team.ada().toString(), sequence, new MemberSuspended(team.ada()),
                Map.of(CommandMetadata.EVENT_METADATA,
                        new EventMetadata(team.id(), Actor.SYSTEM, null, null, "correlation", "causation", null, null, null)));
    }

    private List<Long> sequences(String aggregate, long first) {
        return engine.readEvents(aggregate, first).asStream().map(DomainEventMessage::getSequenceNumber).toList();
    }
}
