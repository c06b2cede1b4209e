package roster.query;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import roster.local.postgres.Database;

/** An instance of the service beside others, for a test that needs to start and stop it. */
public record RunningService(ConfigurableApplicationContext context) implements AutoCloseable {
    public static RunningService on(Database database, String... settings) {
        return new RunningService(new SpringApplicationBuilder(QueryService.class)
                .initializers(context -> FreshDatabase.settings(database).and("server.port=0", "management.server.port=0").and(settings)
                        .applyTo(context))
                .run());
    }

    public Client client() {
        return new Client(context.getEnvironment());
    }

    @Override
    public void close() {
        stop();
    }

    void stop() {
        context.close();
    }
}
