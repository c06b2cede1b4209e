package roster.query.members;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.query.search.Shortlist;

/** SQL of a page of members, with its parameters. It finds one row more than the page, if there is one. */
record PageSql(String sql, List<Object> parameters) {
    /** Rows per row of the page that are read at first: a page is full when one row of so many contains the words. */
    private static final int FIRST = 100;
    /** Fewer, because a row of the past is merged from several lists. */
    private static final int FIRST_OF_THE_PAST = 40;

    /** Reads the list in order until the page is full. */
    static PageSql inOrder(MemberPage page) {
        var parameters = new ArrayList<Object>();
        return new PageSql(page.cut().isPast() ? new PastMemberPage(page, page.filter(), page.rows(), parameters).sql()
                : sections(page, page.filter(), page.rows(), parameters), parameters);
    }

    /** Reads only the next rows of the list in order, so that its time does not depend on how rare the words are. It may find too few rows. */
    static PageSql first(MemberPage page) {
        var parameters = new ArrayList<Object>();
        var all = page.filter().withoutConditions();
        if (page.cut().isPast()) {
            return new PageSql(new PastMemberPage(page, all, page.rows() * FIRST_OF_THE_PAST, parameters).filteredSql(), parameters);
        }
        var sql = new StringBuilder("select * from (").append(sections(page, all, page.rows() * FIRST, parameters))
                .append(") as member where true");
        page.filter().sql(sql, parameters);
        parameters.add(page.rows());
        return new PageSql(sql.append(page.order().sql(moved(page))).append(" limit ?").toString(), parameters);
    }

    /** Reads only these members. */
    static PageSql among(MemberPage page, Shortlist shortlist) {
        var parameters = new ArrayList<Object>();
        return new PageSql(sections(page, page.filter(), shortlist, page.rows(), parameters), parameters);
    }

    private static String sections(MemberPage page, MemberFilter filter, int rows, List<Object> parameters) {
        return sections(page, filter, null, rows, parameters);
    }

    private static String sections(MemberPage page, MemberFilter filter, @Nullable Shortlist only, int rows, List<Object> parameters) {
        var sections = page.order().sections(moved(page)).map(it -> "(" + section(page, it, filter, only, rows, parameters) + ")")
                .collect(Collectors.joining(" union all "));
        parameters.add(rows);
        return "select * from (" + sections + ") as member" + page.order().sql(moved(page)) + " limit ?";
    }

    private static String section(MemberPage page, MemberOrder.Section section, MemberFilter filter, @Nullable Shortlist only, int rows,
            List<Object> parameters) {
        var sql = new StringBuilder(MemberSource.select(page.cut())).append(" where organization_id = ?").append(section.condition());
        parameters.add(filter.organizationId());
        if (only != null) {
            only.sql(sql, parameters);
        }
        filter.sql(sql, parameters);
        page.after(section, sql, parameters);
        parameters.add(rows);
        return sql.append(page.order().sql(section)).append(" limit ?").toString();
    }

    /** Position since which members have moved in the list; null where none has, as in a list of the past. */
    private static @Nullable Long moved(MemberPage page) {
        return page.cut().isPast() ? null : page.firstPage();
    }
}
