package roster.command.retry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.IdempotencyKeyReused;
import roster.command.rejection.Rejection.RequestInFlight;

/**
 * Stores answers to requests with an {@code Idempotency-Key} in the transaction of their events. Rejections are not stored, so a repeated request
 * is decided again.
 */
@Component
public final class IdempotentAnswers {
    private static final List<String> MEMBER_IDS = List.of("memberId", "ownerId");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IdempotentAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Returns the stored answer to the request, or creates and stores a new one. Needs the transaction of the command.
     *
     * @param caller owner of the key
     */
    public StoredAnswer answer(String caller, IdempotencyKey key, Supplier<StoredAnswer> command) {
        var found = find(caller, key.value());
        if (found.stored().isPresent()) {
            return replay(found.stored().get(), key);
        }
        if (!found.locked()) {
            throw new Rejected(new RequestInFlight());
        }
        var answer = decide(caller, key, command);
        store(caller, key, answer);
        return answer;
    }

    /** Looks for an answer again after a rejection: the first request may have been committed after the first look, and cause the rejection. */
    private StoredAnswer decide(String caller, IdempotencyKey key, Supplier<StoredAnswer> command) {
        try {
            return command.get();
        } catch (Rejected refused) {
            if (find(caller, key.value()).stored().isPresent()) {
                throw wasSecond();
            }
            throw refused;
        }
    }

    private static ConcurrencyException wasSecond() {
        return new ConcurrencyException("another request with the same key was first");
    }

    private StoredAnswer replay(Stored stored, IdempotencyKey key) {
        if (stored.requestHash != null && !stored.requestHash.equals(key.requestHash().get())) {
            throw new Rejected(new IdempotencyKeyReused());
        }
        var headers = json.readValue(stored.headers, new TypeReference<Map<String, String>>() {});
        headers.put("Idempotency-Replayed", "true");
        return new StoredAnswer(stored.status, headers, stored.body == null ? null : json.readTree(stored.body));
    }

    /** Does not wait for the lock: its holder has an answer soon, and requests must not queue here. */
    private Found find(String caller, String key) {
        return jdbc.sql("""
                select pg_try_advisory_xact_lock(hashtextextended(?, 5)), it.request_hash, it.status, it.headers, it.body
                  from (values (1)) always left join command.idempotency it on it.caller = ? and it.key = ?""")
                .param(caller + " " + key).param(caller).param(key)
                .query((row, _) -> new Found(row.getBoolean(1), row.getString(4) == null ? Optional.empty()
                        : Optional.of(new Stored(row.getString(2), row.getInt(3), row.getString(4), row.getString(5)))))
                .single();
    }

    private void store(String caller, IdempotencyKey key, StoredAnswer answer) {
        var body = answer.body() instanceof ShownOnce it ? it.repeated() : answer.body();
        var tree = body == null ? json.nullNode() : json.<JsonNode>valueToTree(body);
        int stored = jdbc.sql("""
                insert into command.idempotency (caller, key, request_hash, status, headers, body, about)
                values (?, ?, ?, ?, ?::jsonb, ?, ?::uuid[]) on conflict do nothing""")
                .param(caller).param(key.value()).param(key.requestHash().get())
                .param(answer.status()).param(json.writeValueAsString(answer.headers()))
                .param(body == null ? null : tree.toString())
                .param(membersNamedIn(tree))
                .update();
        if (stored == 0) {
            throw wasSecond();
        }
    }

    /** The members themselves, and owners of tokens: erasure finds the answers that it has to blank by them. */
    private static String[] membersNamedIn(JsonNode body) {
        return MEMBER_IDS.stream().flatMap(field -> body.findValues(field).stream()).filter(JsonNode::isString).map(JsonNode::asString)
                .distinct().toArray(String[]::new);
    }

    /**
     * Removes the member's personal data from all answers about the member, and the request hashes, because names and addresses can be guessed
     * from them.
     */
    public void blank(UUID member) {
        jdbc.sql("""
                select caller, key, body from command.idempotency
                 where about @> array[?]::uuid[] or (about is null and command.members_named_in(body) @> array[?]::uuid[]) for update""")
                .param(member).param(member)
                .query((row, _) -> new Kept(row.getString(1), row.getString(2), row.getString(3))).list()
                .forEach(kept -> blank(member, kept));
    }

    private void blank(UUID member, Kept kept) {
        jdbc.sql("update command.idempotency set body = ?, request_hash = null where caller = ? and key = ?")
                .param(json.writeValueAsString(Unnamed.without(member, json.readTree(kept.body)))).param(kept.caller).param(kept.key)
                .update();
    }

    private record Kept(String caller, String key, String body) {}

    private record Found(boolean locked, Optional<Stored> stored) {}

    /** @param requestHash null when personal data was removed from the answer */
    private record Stored(@Nullable String requestHash, int status, String headers, @Nullable String body) {}
}
