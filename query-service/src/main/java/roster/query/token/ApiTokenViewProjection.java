package roster.query.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.ApiTokenEvent;
import roster.contract.stored.RecordedEvent;
import roster.query.generation.Erased;
import roster.query.generation.Table;
import roster.query.generation.View;

/** The view of API tokens, one row each. */
public final class ApiTokenViewProjection implements View<ApiTokenView> {
    private final Map<UUID, ApiTokenView> tokens = new HashMap<>();

    @Override
    public Table<ApiTokenView> table() {
        return ApiTokenTable.TABLE;
    }

    @Override
    public void load(JdbcClient jdbc, List<RecordedEvent> batch) {
        var ids = batch.stream().map(RecordedEvent::event).filter(ApiTokenEvent.class::isInstance).map(it -> ((ApiTokenEvent) it).tokenId())
                .distinct().toList();
        table().load(jdbc, ApiTokenTable.TOKEN_ID, ids).forEach(it -> tokens.put(it.tokenId(), it));
    }

    @Override
    public void apply(RecordedEvent recorded, Consumer<ApiTokenView> rows) {
        if (recorded.event() instanceof ApiTokenEvent event) {
            tokens.compute(event.tokenId(), (_, was) -> ApiTokenView.evolve(was, recorded));
        }
    }

    @Override
    public void end(Consumer<ApiTokenView> rows) {
        tokens.values().forEach(rows);
    }

    /** Removes the names of the erased members' personal tokens. */
    @Override
    public void forget(JdbcClient jdbc, Erased erased) {
        jdbc.sql("update api_token set name = null where organization_id = any (?::uuid[]) and owner_id = any (?::uuid[])")
                .param(erased.organizationIds()).param(erased.memberIds()).update();
    }
}
