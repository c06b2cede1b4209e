package roster.query.token;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.query.http.Spelling;

/** Reads API tokens. */
@Component
final class ApiTokenViews {
    private final JdbcClient jdbc;

    ApiTokenViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads one row more than the page, if there is one. */
    List<ApiTokenView> read(ApiTokenPage page) {
        var sql = new StringBuilder(ApiTokenTable.TABLE.select()).append(" where organization_id = ?");
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
        return jdbc.sql(sql.toString()).params(parameters).query(ApiTokenTable.TABLE.mapper()).list();
    }

    private static void filter(ApiTokenFilter filter, StringBuilder sql, List<Object> parameters) {
        sql.append(" and ").append(filter.status().sql());
        if (filter.kind() != null) {
            sql.append(" and kind = ?");
            parameters.add(Spelling.of(filter.kind()));
        }
        for (var owner : new UUID[]{filter.ownerId(), filter.onlyOf()}) {
            if (owner != null) {
                sql.append(" and owner_id = ?");
                parameters.add(owner);
            }
        }
    }
}
