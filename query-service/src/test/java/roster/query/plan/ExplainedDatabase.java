package roster.query.plan;

import java.sql.SQLException;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.query.FreshDatabase;

/** As {@link FreshDatabase}; and PostgreSQL logs the plan of each statement of the service, with the rows that each step really had. */
final class ExplainedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new FreshDatabase().initialize(context);
        var database = context.getBeanFactory().getBean(Database.class).name();
        try (var superuser = PerJvm.postgres().superuser(database); var statement = superuser.createStatement()) {
            for (var setting : new String[]{"session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0",
                    "auto_explain.log_analyze = on", "auto_explain.log_timing = off", "auto_explain.log_settings = on",
                    "auto_explain.log_format = 'json'", "auto_explain.log_parameter_max_length = 0"}) {
                statement.execute("alter role roster_query in database " + statement.enquoteIdentifier(database, true) + " set " + setting);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
