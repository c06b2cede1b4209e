package roster.command.organization;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.SlugTaken;
import roster.contract.event.Language;
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
                insert into command.organization (organization_id, slug, name, locale) values (?, ?, ?, ?)
                on conflict (slug) do nothing""")
                .param(organization.id()).param(organization.slug()).param(organization.name())
                .param(organization.language().tag())
                .update();
        if (registered == 0) {
            throw new Refused(new SlugTaken());
        }
    }

    @Override
    public void changeLocale(UUID organizationId, Language locale) {
        jdbc.sql("update command.organization set locale = ? where organization_id = ?").param(locale.tag()).param(organizationId)
                .update();
    }
}
