package roster.command;

import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Another instance of the service on the same database. */
public final class SecondInstance implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private SecondInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SecondInstance beside(Environment first) {
        var arguments = Stream.of("ROSTER_DATABASE_URL", "ROSTER_DATABASE_PASSWORD", "ROSTER_OWNER_PASSWORD", "ROSTER_OPERATOR_TOKEN",
                "ROSTER_INVITATION_KEYS", "ROSTER_KAFKA").map(name -> "--" + name + "=" + first.getRequiredProperty(name));
        return new SecondInstance(SpringApplication.run(CommandService.class,
                Stream.concat(arguments, Stream.of("--server.port=0")).toArray(String[]::new)));
    }

    public Client client() {
        return new Client(context.getEnvironment());
    }

    @Override
    public void close() {
        context.close();
    }
}
