package roster.query.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.query.member.MemberRow;
import roster.query.member.MemberTable;
import roster.query.moment.Cut;
import roster.query.search.Shortlist;

/** Reads members. */
@Component
public final class MemberViews {
    private static final Cut NOW = Cut.now(Long.MAX_VALUE);

    private final JdbcClient jdbc;

    MemberViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Number of members with a role and a status.
     *
     * @param expired those of them whose invitation has expired
     */
    public record Count(Role role, MemberStatus status, long members, long expired) {
        /** Reads the columns in the order of the components. */
        public static Count read(ResultSet row) throws SQLException {
            return new Count(Role.of(row.getString(1)), MemberStatus.of(row.getString(2)), row.getLong(3),
                    row.getLong(4));
        }
    }

    public Optional<MemberRow> find(UUID organizationId, UUID memberId, Visibility visibility) {
        return find(organizationId, memberId, visibility, NOW);
    }

    public Optional<MemberRow> find(UUID organizationId, UUID memberId, Visibility visibility, Cut cut) {
        return told(jdbc.sql(MemberSource.select(cut) + " where member_id = ? and organization_id = ?")
                .param(memberId).param(organizationId)
                .query(MemberTable.TABLE.mapper()).list(), cut).stream().filter(it -> visibility.includes(it.member())).findAny();
    }

    /** Those of the given members who exist at a cut, by id. */
    public Map<UUID, MemberRow> at(Collection<UUID> memberIds, Cut cut) {
        var rows = memberIds.isEmpty() ? List.<MemberRow>of()
                : jdbc.sql(MemberSource.select(cut) + " where member_id = any (?::uuid[])").param(memberIds.toArray(UUID[]::new))
                        .query(MemberTable.TABLE.mapper()).list();
        return told(rows, cut).stream().collect(Collectors.toMap(it -> it.member().memberId(), Function.identity()));
    }

    /** The rows, with those who were erased later as erased. */
    private List<MemberRow> told(List<MemberRow> rows, Cut cut) {
        if (!cut.isPast() || rows.isEmpty()) {
            return rows;
        }
        var erased = Set.copyOf(jdbc.sql("select member_id from member where member_id = any (?::uuid[]) and erased")
                .param(rows.stream().map(it -> it.member().memberId()).toArray(UUID[]::new)).query(UUID.class).list());
        return rows.stream().map(it -> erased.contains(it.member().memberId()) ? it.erased() : it).toList();
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
    public List<MemberRow> read(MemberPage page) {
        var text = page.filter().text();
        if (text == null) {
            return read(PageSql.inOrder(page), page.cut());
        }
        var first = read(PageSql.first(page), page.cut());
        return first.size() == page.rows() ? first
                : read(shortlist(page.filter().organizationId(), text).map(it -> PageSql.among(page, it))
                        .orElseGet(() -> PageSql.inOrder(page)), page.cut());
    }

    private List<MemberRow> read(PageSql page, Cut cut) {
        return told(jdbc.sql(page.sql()).params(page.parameters()).query(MemberTable.TABLE.mapper()).list(), cut);
    }

    /** Empty when most members may match. */
    private Optional<Shortlist> shortlist(UUID organizationId, SearchText text) {
        return Shortlist.of(organizationId, text.words(), jdbc);
    }

    /** The position of the newest {@code since} when the first page of the list was read; of a list of the past, that of its cut. */
    public long firstPage(MemberPage page) {
        if (page.after() != null) {
            return page.after().firstPage();
        }
        if (page.cut().isPast()) {
            return page.cut().position();
        }
        return page.order().by() != MemberOrder.By.SINCE ? 0
                : jdbc.sql("""
                        select coalesce(max(since_position), 0) from member where organization_id = ? and status <> 'deleted'""")
                        .param(page.filter().organizationId()).query(Long.class).single();
    }

    /** Counts invited members whose invitation has expired. They are few, and have an index of their own. */
    public Map<Role, Long> expired(UUID organizationId, Cut cut) {
        var counts = new EnumMap<Role, Long>(Role.class);
        jdbc.sql("select role, count(*) from " + MemberSource.at(cut)
                + " where organization_id = ? and status = 'invited' and invitation_status = 'expired' group by role")
                .param(organizationId).query((row, _) -> counts.put(Role.of(row.getString(1)), row.getLong(2))).list();
        return counts;
    }

    /**
     * Counts the members whose name or address matches a text.
     *
     * @param deleted true to count deleted members, too
     */
    public List<Count> count(UUID organizationId, SearchText text, boolean deleted, Cut cut) {
        var sql = new StringBuilder("""
                select role, status, count(*), count(*) filter (where status = 'invited' and invitation_status = 'expired')
                  from\s""").append(MemberSource.at(cut)).append(" where organization_id = ?");
        var parameters = new ArrayList<Object>(List.of(organizationId));
        shortlist(organizationId, text).ifPresent(it -> it.sql(sql, parameters));
        if (!deleted) {
            sql.append(" and status <> 'deleted'");
        }
        text.sql(sql, parameters);
        return jdbc.sql(sql.append(" group by role, status").toString()).params(parameters).query((row, _) -> Count.read(row)).list();
    }
}
