package roster.command.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import roster.command.ServiceTest;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.EmailTaken;

@ServiceTest
class IdempotentAnswersTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("key of the test of answers", () -> "hash");

    @Autowired private IdempotentAnswers answers;

    @Autowired private TransactionTemplate transaction;

    @Autowired private PlatformTransactionManager transactions;

    @Autowired private JdbcClient jdbc;

    /** The first request was answered between the look for an answer and the decision, so the service must look again. */
    @Test
    void a_request_is_not_refused_because_of_its_own_first_sending() {
        assertWasSecond(() -> {
            answeredMeanwhile();
            throw new Rejected(new EmailTaken());
        });
    }

    @Test
    void a_request_is_not_carried_out_twice() {
        assertWasSecond(() -> {
            answeredMeanwhile();
            return new StoredAnswer(204, Map.of(), null);
        });
    }

    /** Answers of this version name their members; those of the previous one, which may run at the same time, do not. */
    @Test
    void answers_of_this_and_of_the_previous_version_are_blanked() {
        var grace = UUID.randomUUID();
        var body = "{\"memberId\":\"" + grace + "\",\"name\":\"Grace\"}";
        jdbc.sql("""
                insert into command.idempotency (caller, key, request_hash, status, headers, body)
                values ('previous', 'key', 'hash', 200, '{}', ?)""").param(body).update();
        transaction.executeWithoutResult(_ -> answers.answer("this", KEY,
                () -> new StoredAnswer(200, Map.of(), Map.of("tokens", List.of(Map.of("ownerId", grace, "name", "of Grace"))))));

        answers.blank(grace);

        assertThat(jdbc.sql("select body from command.idempotency where caller in ('previous', 'this')").query(String.class).list())
                .hasSize(2).noneMatch(it -> it.contains("Grace"));
        jdbc.sql("delete from command.idempotency where caller in ('previous', 'this')").update();
    }

    private void assertWasSecond(Supplier<StoredAnswer> command) {
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> transaction.execute(_ -> answers.answer("caller", KEY, command)));
        var again = Objects.requireNonNull(transaction.execute(_ -> answers.answer("caller", KEY, command)));
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        jdbc.sql("delete from command.idempotency where caller = 'caller'").update();
    }

    private void answeredMeanwhile() {
        var other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(_ -> jdbc.sql("""
                insert into command.idempotency (caller, key, request_hash, status, headers) values ('caller', ?, 'hash', 204, '{}')""")
                .param(KEY.value()).update());
    }
}
