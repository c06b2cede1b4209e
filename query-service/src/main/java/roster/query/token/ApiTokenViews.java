package roster.query.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.query.moment.Cut;

/** Reads API tokens. */
@Component
public final class ApiTokenViews {
    private final JdbcClient jdbc;

    ApiTokenViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Names of those of the given tokens that belong to the organization.
     *
     * @param onlyOf restricts them to personal tokens of this member; null for all
     */
    public Map<UUID, String> names(UUID organizationId, Collection<UUID> tokenIds, @Nullable UUID onlyOf) {
        var names = new HashMap<UUID, String>();
        if (!tokenIds.isEmpty()) {
            jdbc.sql("""
                    select token_id, name from api_token
                     where organization_id = ? and token_id = any (?::uuid[]) and (?::uuid is null or owner_id = ?) and name is not null""")
                    .param(organizationId).param(tokenIds.toArray(UUID[]::new)).param(onlyOf).param(onlyOf)
                    .query((row, _) -> names.put(row.getObject(1, UUID.class), row.getString(2))).list();
        }
        return names;
    }

    /**
     * @param onlyOf restricts the tokens to those of this member; null for all
     * @param asOf   null for now
     */
    public Optional<ApiTokenView> find(UUID organizationId, UUID tokenId, @Nullable UUID onlyOf, @Nullable Cut asOf) {
        return jdbc.sql(ApiTokenSource.select(asOf) + " where organization_id = ? and token_id = ? and (?::uuid is null or owner_id = ?)")
                .param(organizationId).param(tokenId).param(onlyOf).param(onlyOf)
                .query(ApiTokenViews::token).optional();
    }

    /** Reads one row more than the page, if there is one. */
    List<ApiTokenView> read(ApiTokenPage page) {
        var sql = new StringBuilder(ApiTokenSource.select(page.filter().asOf())).append(" where organization_id = ?");
        var parameters = new ArrayList<Object>();
        parameters.add(page.filter().organizationId());
        filter(page.filter(), sql, parameters);
        if (page.after() != null) {
            sql.append(" and (created_at, token_id) < (?, ?)");
            parameters.add(page.after().createdAt().atOffset(ZoneOffset.UTC));
            parameters.add(page.after().tokenId());
        }
        sql.append(" order by created_at desc, token_id desc limit ?");
        parameters.add(page.limit().rows() + 1);
        return jdbc.sql(sql.toString()).params(parameters).query(ApiTokenViews::token).list();
    }

    /** The first tokens that were created after a position and are valid at the cut, in the order of their creation. */
    public List<ApiTokenView> valid(UUID organizationId, long createdAfter, Cut cut, int limit) {
        var asOf = cut.isPast() ? cut : null;
        return jdbc.sql(ApiTokenSource.select(asOf) + " where organization_id = ? and created_position > ? and "
                + TokenStatus.ACTIVE.sql(ApiTokenSource.clock(asOf)) + " order by created_position limit ?")
                .param(organizationId).param(createdAfter).param(limit).query(ApiTokenViews::token).list();
    }

    private static ApiTokenView token(ResultSet row, int number) throws SQLException {
        var usedAt = row.getObject("last_used_at", OffsetDateTime.class);
        return Objects.requireNonNull(ApiTokenTable.TABLE.mapper().mapRow(row, number))
                .lastUsedAt(usedAt == null ? null : usedAt.toInstant());
    }

    private static void filter(ApiTokenFilter filter, StringBuilder sql, List<Object> parameters) {
        sql.append(" and ").append(filter.status().sql(ApiTokenSource.clock(filter.asOf())));
        if (filter.kind() != null) {
            sql.append(" and kind = ?");
            parameters.add(filter.kind().value());
        }
        for (var owner : new UUID[]{filter.ownerId(), filter.onlyOf()}) {
            if (owner != null) {
                sql.append(" and owner_id = ?");
                parameters.add(owner);
            }
        }
    }
}
