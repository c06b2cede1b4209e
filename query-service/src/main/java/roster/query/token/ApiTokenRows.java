package roster.query.token;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenKind;
import roster.contract.role.Scope;
import roster.query.generation.Columns;
import roster.query.http.Spelling;

/** How API tokens are written and read. */
public final class ApiTokenRows {
    private static final String NAMES = """
            token_id, organization_id, kind, owner_id, name, scopes, created_at, creator_kind, creator_id, on_behalf_of, expires_at, \
            revoked_at, version""";
    public static final String COPY = "copy api_token (" + NAMES + ") from stdin (freeze)";
    public static final Columns<ApiTokenView> COLUMNS = Columns.of(
            ApiTokenView::tokenId,
            ApiTokenView::organizationId,
            it -> Spelling.of(it.kind()),
            ApiTokenView::ownerId,
            ApiTokenView::name,
            it -> array(it.scopes()),
            ApiTokenView::createdAt,
            it -> Spelling.of(it.createdBy().kind()),
            it -> it.createdBy().id(),
            ApiTokenView::onBehalfOf,
            ApiTokenView::expiresAt,
            ApiTokenView::revokedAt,
            ApiTokenView::version);

    static final String SELECT = "select " + NAMES + " from api_token";
    private static final String LOAD = SELECT + " where token_id = any (?::uuid[])";
    private static final String UPSERT = "insert into api_token (" + NAMES + ")" + """
             select token_id, organization_id, kind, owner_id, name, scopes::text[], created_at, creator_kind, creator_id, on_behalf_of,
                    expires_at, revoked_at, version
               from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                           ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])\s""" + "as token (" + NAMES + ")" + """
             on conflict (token_id) do update set (revoked_at, version) = row(excluded.revoked_at, excluded.version)""";

    private ApiTokenRows() {}

    public static Map<UUID, ApiTokenView> load(JdbcClient jdbc, Collection<UUID> ids) {
        var tokens = new HashMap<UUID, ApiTokenView>();
        if (!ids.isEmpty()) {
            jdbc.sql(LOAD).param(ids.toArray(UUID[]::new))
                    .query(ApiTokenRows::token)
                    .list()
                    .forEach(token -> tokens.put(token.tokenId(), token));
        }
        return tokens;
    }

    public static void upsert(JdbcClient jdbc, Collection<ApiTokenView> rows) {
        jdbc.sql(UPSERT).params(COLUMNS.arrays(rows)).update();
    }

    /** Their personal tokens have no name any longer. */
    public static void forgetOwners(JdbcClient jdbc, Collection<UUID> organizations, Collection<UUID> members) {
        jdbc.sql("update api_token set name = null where organization_id = any (?::uuid[]) and owner_id = any (?::uuid[])")
                .param(organizations.toArray(UUID[]::new)).param(members.toArray(UUID[]::new)).update();
    }

    static ApiTokenView token(ResultSet row, int number) throws SQLException {
        return new ApiTokenView(row.getObject("token_id", UUID.class), row.getObject("organization_id", UUID.class),
                Spelling.read(ApiTokenKind.class, row.getString("kind")), row.getObject("owner_id", UUID.class), row.getString("name"),
                scopes(row.getArray("scopes")), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new Actor(Spelling.read(Actor.Kind.class, row.getString("creator_kind")), row.getString("creator_id")),
                row.getObject("on_behalf_of", UUID.class), instant(row, "expires_at"), instant(row, "revoked_at"), row.getLong("version"));
    }

    /** As PostgreSQL writes it; no scope has a sign that would need quotes. */
    private static String array(List<Scope> scopes) {
        return scopes.stream().map(Scope::value).collect(Collectors.joining(",", "{", "}"));
    }

    private static List<Scope> scopes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Scope::of).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
