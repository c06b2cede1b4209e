package roster.migrate;

import java.util.List;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.PropertyResolver;

/**
 * Checks the schemas that the setting {@code roster.schemas} of a service lists, before the service opens its own connections. Registered in
 * {@code spring.factories}.
 */
final class SchemaGuard implements ApplicationListener<ApplicationPreparedEvent> {
    SchemaGuard() {}

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        var settings = event.getApplicationContext().getEnvironment();
        var schemas = settings.getProperty("roster.schemas", Schema[].class, new Schema[0]);
        if (schemas.length > 0) {
            new SchemaCheck(login(settings), List.of(schemas)).await();
        }
    }

    private static Login login(PropertyResolver settings) {
        var password = settings.getRequiredProperty("spring.datasource.password");
        if (password.isEmpty()) {
            throw new UnusableDatabase("ROSTER_DATABASE_PASSWORD is not set");
        }
        return new Login(settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"), password);
    }
}
