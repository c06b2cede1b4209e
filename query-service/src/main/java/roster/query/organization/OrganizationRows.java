package roster.query.organization;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.query.generation.Columns;

/** How organizations are written. */
public final class OrganizationRows {
    public static final String COPY = "copy organization (organization_id, slug, name) from stdin (freeze)";
    public static final Columns<OrganizationView> COLUMNS = Columns.of(
            OrganizationView::organizationId,
            OrganizationView::slug,
            OrganizationView::name);

    private static final String UPSERT = """
            insert into organization (organization_id, slug, name)
            select * from unnest(?::uuid[], ?::text[], ?::text[])
            on conflict (organization_id) do update set (slug, name) = row(excluded.slug, excluded.name)""";

    private OrganizationRows() {}

    public static void upsert(JdbcClient jdbc, Collection<OrganizationView> rows) {
        jdbc.sql(UPSERT).params(COLUMNS.arrays(rows)).update();
    }
}
