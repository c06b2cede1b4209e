package roster.command.organization;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.SlugTaken;
import roster.contract.event.Organization;

@Component
class JdbcOrganizations implements Organizations {
    private final JdbcClient jdbc;

    JdbcOrganizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void register(Organization organization) {
        int registered = jdbc.sql("""
                insert into command.organization (organization_id, slug, name) values (?, ?, ?)
                on conflict (slug) do nothing""")
                .param(organization.id()).param(organization.slug()).param(organization.name())
                .update();
        if (registered == 0) {
            throw new Refused(new SlugTaken());
        }
    }
}
