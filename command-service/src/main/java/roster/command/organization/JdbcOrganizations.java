package roster.command.organization;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries {@code command.organization}. */
@Component
class JdbcOrganizations implements Organizations {
    private final JdbcClient jdbc;

    JdbcOrganizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isTaken(String slug) {
        return jdbc.sql("select exists (select from command.organization where slug = ?)").param(slug).query(Boolean.class).single();
    }
}
