package roster.query.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds the last sign-ins and the last uses of API tokens, which are not of the record and have no past. */
@Component
final class LastUses {
    private static final String SIGN_INS = "select member_id, signed_in_at from access.member_sign_in where member_id = any (?::uuid[])";
    /** Of tokens, and of members by all their personal tokens. */
    private static final String USES = """
            select used.id, max(used_at)
              from api_token join access.api_token_use using (token_id) cross join lateral (values (token_id), (owner_id)) as used (id)
             where organization_id = ? and (token_id = any (?::uuid[]) or owner_id = any (?::uuid[])) and used.id is not null group by used.id""";

    private final JdbcClient jdbc;

    LastUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReviewedAccess> of(UUID organizationId, List<ReviewedAccess> accesses) {
        var ids = accesses.stream().map(ReviewedAccess::id).toArray(UUID[]::new);
        var signIns = times(jdbc.sql(SIGN_INS).param(ids));
        var uses = times(jdbc.sql(USES).param(organizationId).param(ids).param(ids));
        return accesses.stream().map(it -> it.used(signIns.get(it.id()), uses.get(it.id()))).toList();
    }

    private static Map<UUID, Instant> times(JdbcClient.StatementSpec query) {
        var times = new HashMap<UUID, Instant>();
        query.query(row -> {
            times.put(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
        });
        return times;
    }
}
