package roster.query.members;

import java.util.List;
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
    private final Section section;
    private final List<Object> parameters;

    private PastMemberPage(MemberPage page, List<Object> parameters) {
        this.page = page;
        this.section = page.order().sections(null).findFirst().orElseThrow();
        this.parameters = parameters;
    }

    /** Adds its parameters. */
    static String sql(MemberPage page, List<Object> parameters) {
        return new PastMemberPage(page, parameters).sql();
    }

    private String sql() {
        var filter = page.filter();
        var statuses = filter.status() == null ? possible(filter.invitation()) : List.of(filter.status());
        var position = page.cut().position();
        var places = Stream.concat(Stream.of(places("member", filter, "")),
                statuses.stream().map(it -> places("member_past", filter.with(it), " and until > " + position)))
                .collect(Collectors.joining(" union all "));
        var direction = page.order().descending() ? " desc" : "";
        var order = " order by place" + direction + ", id" + direction;
        var columns = MemberTable.COLUMNS.names();
        var row = " where member_id = place.id and position = place.newest";
        parameters.add(limit());
        return "select " + columns + " from (select * from (" + places + ") as place" + order
                + " limit ?) as place cross join lateral (select "
                + columns + " from member" + row + " union all select " + columns + " from member_past" + row + ") as member" + order;
    }

    /** The statuses that members have with this status of their invitation, so that no index is read in vain. */
    private static List<MemberStatus> possible(@Nullable InvitationStatus invitation) {
        return switch (invitation) {
            case null -> HERE;
            case PENDING, EXPIRED -> List.of(MemberStatus.INVITED);
            case ACCEPTED -> ACCEPTED;
            case DECLINED, REVOKED -> List.of(MemberStatus.DELETED);
        };
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
        parameters.add(limit());
        return sql.append(page.order().sql(section)).append(" limit ?)").toString();
    }

    private int limit() {
        return page.limit().rows() + 1;
    }
}
