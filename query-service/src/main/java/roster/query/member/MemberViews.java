package roster.query.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.MemberStatus;
import roster.query.http.Spelling;

/** Reads members. */
@Component
public final class MemberViews {
    private final JdbcClient jdbc;

    MemberViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<MemberRow> find(UUID organizationId, UUID memberId, Visibility visibility) {
        return jdbc.sql(MemberTable.TABLE.select() + " where member_id = ? and organization_id = ?")
                .param(memberId).param(organizationId)
                .query(MemberTable.TABLE.mapper()).optional().filter(it -> visibility.includes(it.member()));
    }

    /** Names of those of the given members who belong to the organization and are visible. */
    public Map<UUID, String> names(UUID organizationId, Collection<UUID> memberIds, Visibility visibility) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("""
                select member_id, name from member
                 where organization_id = ? and member_id = any (?::uuid[]) and (? or status <> 'deleted')""")
                .param(organizationId).param(memberIds.toArray(UUID[]::new)).param(visibility.audited())
                .query((row, _) -> names.put(row.getObject(1, UUID.class), row.getString(2))).list();
        return names;
    }

    /** Reads one row more than the page, if there is one. */
    List<MemberRow> read(MemberPage page) {
        var sql = new StringBuilder(MemberTable.TABLE.select()).append(" where organization_id = ?");
        var parameters = new ArrayList<Object>();
        parameters.add(page.filter().organizationId());
        filter(page.filter(), sql, parameters);
        if (page.after() != null) {
            sql.append(page.order().afterSql());
            parameters.add(page.after().value());
            parameters.add(page.after().memberId());
        }
        sql.append(page.order().sql()).append(" limit ?");
        parameters.add(page.limit().rows() + 1);
        return jdbc.sql(sql.toString()).params(parameters).query(MemberTable.TABLE.mapper()).list();
    }

    private static void filter(MemberFilter filter, StringBuilder sql, List<Object> parameters) {
        // added even when filtering by a status, because the ordering indexes contain only these rows
        if (filter.status() != MemberStatus.DELETED) {
            sql.append(" and status <> 'deleted'");
        }
        if (filter.status() != null) {
            sql.append(" and status = ?");
            parameters.add(Spelling.of(filter.status()));
        }
        if (filter.invitation() != null) {
            sql.append(" and invitation_status = ?");
            parameters.add(Spelling.of(filter.invitation()));
        }
        if (filter.role() != null) {
            sql.append(" and role = ?");
            parameters.add(filter.role().value());
        }
        if (filter.text() != null) {
            sql.append(" and (name_key like ? or email_key like ?)");
            parameters.add(filter.text().pattern());
            parameters.add(filter.text().pattern());
        }
    }
}
