package roster.command.erasure;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.command.retry.IdempotentAnswers;
import roster.eventstore.sealing.DataKeys;

/** Destroys a member's data key, and removes personal data from stored answers, and the last sign-in. */
@Component
class KeyDestruction implements Erasure {
    private final DataKeys keys;
    private final IdempotentAnswers answers;
    private final JdbcClient jdbc;

    KeyDestruction(DataKeys keys, IdempotentAnswers answers, JdbcClient jdbc) {
        this.keys = keys;
        this.answers = answers;
        this.jdbc = jdbc;
    }

    @Override
    public void erase(UUID memberId) {
        keys.destroy(jdbc, memberId);
        answers.blank(memberId);
        jdbc.sql("delete from access.member_sign_in where member_id = ?").param(memberId).update();
    }
}
