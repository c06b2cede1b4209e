package roster.query.token;

import static roster.sql.SqlType.BIGINT;
import static roster.sql.SqlType.TEXT;
import static roster.sql.SqlType.TEXT_ARRAY;
import static roster.sql.SqlType.TIMESTAMPTZ;
import static roster.sql.SqlType.UUID;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenKind;
import roster.contract.role.Scope;
import roster.query.generation.Spelled;
import roster.query.generation.Table;
import roster.sql.Column;
import roster.sql.Columns;
import roster.sql.NullableColumn;
import roster.sql.SqlType;

/** The columns of {@code api_token}. */
final class ApiTokenTable {
    private static final Columns<ApiTokenView> COLUMNS = new Columns<>();
    private static final SqlType<List<Scope>> SCOPE_LIST = TEXT_ARRAY.as(texts -> texts.stream().map(Scope::of).toList(),
            scopes -> scopes.stream().map(Scope::value).toList());

    static final Column<ApiTokenView, UUID> TOKEN_ID = COLUMNS.add("token_id", UUID, ApiTokenView::tokenId);
    private static final Column<ApiTokenView, UUID> ORGANIZATION_ID = COLUMNS.add("organization_id", UUID, ApiTokenView::organizationId);
    private static final Column<ApiTokenView, ApiTokenKind> KIND = COLUMNS.add("kind", Spelled.as(ApiTokenKind.class), ApiTokenView::kind);
    private static final NullableColumn<ApiTokenView, UUID> OWNER_ID = COLUMNS.addNullable("owner_id", UUID, ApiTokenView::ownerId);
    private static final NullableColumn<ApiTokenView, String> NAME = COLUMNS.addNullable("name", TEXT, ApiTokenView::name);
    private static final Column<ApiTokenView, List<Scope>> SCOPES = COLUMNS.add("scopes", SCOPE_LIST, ApiTokenView::scopes);
    private static final Column<ApiTokenView, Instant> CREATED_AT = COLUMNS.add("created_at", TIMESTAMPTZ, ApiTokenView::createdAt);
    private static final Column<ApiTokenView, Actor.Kind> CREATOR_KIND = COLUMNS.add("creator_kind", Spelled.as(Actor.Kind.class),
            it -> it.createdBy().kind());
    private static final Column<ApiTokenView, String> CREATOR_ID = COLUMNS.add("creator_id", TEXT, it -> it.createdBy().id());
    private static final NullableColumn<ApiTokenView, UUID> ON_BEHALF_OF = COLUMNS.addNullable("on_behalf_of", UUID,
            ApiTokenView::onBehalfOf);
    private static final NullableColumn<ApiTokenView, Instant> EXPIRES_AT = COLUMNS.addNullable("expires_at", TIMESTAMPTZ,
            ApiTokenView::expiresAt);
    private static final NullableColumn<ApiTokenView, Instant> REVOKED_AT = COLUMNS.addNullable("revoked_at", TIMESTAMPTZ,
            ApiTokenView::revokedAt);
    private static final Column<ApiTokenView, Long> VERSION = COLUMNS.add("version", BIGINT, ApiTokenView::version);

    private static final Column<ApiTokenView, Long> CREATED_POSITION = COLUMNS.add("created_position", BIGINT,
            ApiTokenView::createdPosition);
    private static final NullableColumn<ApiTokenView, Long> REVOKED_POSITION = COLUMNS.addNullable("revoked_position", BIGINT,
            ApiTokenView::revokedPosition);

    static final Table<ApiTokenView> TABLE = new Table<>("api_token", COLUMNS, List.of(TOKEN_ID),
            List.of("(organization_id, created_at, token_id)"), (row, _) -> read(row));

    private ApiTokenTable() {}

    private static ApiTokenView read(ResultSet row) throws SQLException {
        return new ApiTokenView(TOKEN_ID.of(row), ORGANIZATION_ID.of(row), KIND.of(row), OWNER_ID.of(row), NAME.of(row), SCOPES.of(row),
                CREATED_AT.of(row), new Actor(CREATOR_KIND.of(row), CREATOR_ID.of(row)), ON_BEHALF_OF.of(row), EXPIRES_AT.of(row),
                REVOKED_AT.of(row), VERSION.of(row), CREATED_POSITION.of(row), REVOKED_POSITION.of(row), null);
    }
}
