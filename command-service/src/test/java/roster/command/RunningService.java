package roster.command;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import roster.contract.invitation.InvitationSigner;
import roster.eventstore.EventReader;
import roster.local.PerJvm;

/** An instance of the service that a test starts and stops. */
public final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningService(Map<String, String> environment) {
        context = SpringApplication
                .run(new Class<?>[]{CommandService.class, TestEnvironment.class},
                        Stream.concat(Stream.of("--server.port=0", "--management.server.port=0"),
                                environment.entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue()))
                                .toArray(String[]::new));
    }

    /** Starts another instance on the same database. */
    public static RunningService beside(Environment first) {
        return new RunningService(FreshDatabase.environmentOf(first));
    }

    /** Starts an instance with one setting changed. */
    static RunningService with(String setting, String value) {
        return with(Map.of(setting, value));
    }

    /** Starts an instance with settings changed. */
    public static RunningService with(Map<String, String> settings) {
        var environment = new HashMap<>(
                FreshDatabase.environment(FreshDatabase.create(), PerJvm.kafka().bootstrapServers()));
        environment.putAll(settings);
        return new RunningService(environment);
    }

    /** Starts an instance with its own database. */
    public static RunningService publishingTo(String kafka) {
        return new RunningService(FreshDatabase.environment(FreshDatabase.create(), kafka));
    }

    /** Starts an instance that reaches its own database by another port of this machine. */
    public static RunningService through(int port, Map<String, String> settings) {
        var environment = new HashMap<>(
                FreshDatabase.environment(FreshDatabase.create(), PerJvm.kafka().bootstrapServers()));
        environment.computeIfPresent("ROSTER_DATABASE_URL",
                (_, url) -> url.replace(":" + PerJvm.postgres().port() + "/", ":" + port + "/"));
        environment.putAll(settings);
        return new RunningService(environment);
    }

    public Client client() {
        return new Client(context.getEnvironment());
    }

    public Teams teams() {
        return new Teams(client(), context.getBean(InvitationSigner.class), context.getBean(EventReader.class));
    }

    /** A bean of the service, or its clock. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
