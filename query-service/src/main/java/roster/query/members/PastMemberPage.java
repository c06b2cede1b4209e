package roster.query.members;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.query.member.MemberTable;
import roster.query.members.MemberOrder.By;
import roster.query.members.MemberOrder.Section;

/**
 * SQL of a page of members as of a past cut. The first rows of {@code member}, and of each status of {@code member_past}, are found in order
 * through an index that holds all that they are filtered by; only those of the page are read completely. Members do not move in a list of the past,
 * so it has one section.
 */
final class PastMemberPage {
    private static final List<MemberStatus> ACCEPTED = List.of(MemberStatus.ACTIVE, MemberStatus.SUSPENDED);
    private static final List<MemberStatus> HERE = List.of(MemberStatus.INVITED, MemberStatus.ACTIVE, MemberStatus.SUSPENDED);

    private final MemberPage page;
    private final MemberFilter filter;
    private final int rows;
    private final Section section;
    private final List<Object> parameters;

    /**
     * @param filter     decided in the indexes
     * @param rows       most rows to read
     * @param parameters receives those of the SQL
     */
    PastMemberPage(MemberPage page, MemberFilter filter, int rows, List<Object> parameters) {
        this.page = page;
        this.filter = filter;
        this.rows = rows;
        this.section = page.order().sections(null).findFirst().orElseThrow();
        this.parameters = parameters;
    }

    String sql() {
        return sql("", table -> row(table).toString());
    }

    /** Only those of the rows that match the filter of the page, which is decided on complete rows. */
    String filteredSql() {
        return sql(" limit " + page.rows(), table -> {
            var sql = row(table);
            page.filter().sql(sql, parameters);
            return sql.toString();
        });
    }

    private String sql(String limit, UnaryOperator<String> rowOf) {
        var statuses = filter.status() == null ? possible(filter.invitation()) : List.of(filter.status());
        var position = page.cut().position();
        var places = Stream.concat(Stream.of(places("member", filter, "")),
                statuses.stream().map(it -> places("member_past", filter.with(it), " and until > " + position)))
                .collect(Collectors.joining(" union all "));
        var direction = page.order().descending() ? " desc" : "";
        var order = " order by place" + direction + ", id" + direction;
        parameters.add(rows);
        return "select " + MemberTable.COLUMNS.names() + " from (select * from (" + places + ") as place" + order
                + " limit ?) as place cross join lateral (" + rowOf.apply("member") + " union all " + rowOf.apply("member_past")
                + ") as member" + order + limit;
    }

    private static StringBuilder row(String table) {
        return new StringBuilder("select ").append(MemberTable.COLUMNS.names()).append(" from ").append(table)
                .append(" where member_id = place.id and position = place.newest");
    }

    /** So that no index is read in vain. */
    private static List<MemberStatus> possible(@Nullable InvitationStatus invitation) {
        return invitation == InvitationStatus.ACCEPTED ? ACCEPTED : HERE;
    }

    private String places(String table, MemberFilter filter, String condition) {
        var sql = new StringBuilder("(select ").append(section.column()).append(" as place, member_id as id, position as newest from ")
                .append(table).append(" where organization_id = ? and position <= ").append(page.cut().position()).append(condition);
        parameters.add(filter.organizationId());
        filter.sql(sql, parameters);
        if (page.order().by() == By.SINCE) {
            // so that in descending order the index is not read from now on
            sql.append(" and since <= timestamptz '").append(page.cut().asOf()).append('\'');
        }
        page.after(section, sql, parameters);
        parameters.add(rows);
        return sql.append(page.order().sql(section)).append(" limit ?)").toString();
    }
}
