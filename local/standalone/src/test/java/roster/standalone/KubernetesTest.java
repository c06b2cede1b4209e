package roster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import roster.standalone.settings.Port;
import roster.standalone.settings.Service;

/** Compares deploy/kubernetes, which cannot run everywhere, with the services' settings. */
class KubernetesTest {
    private static final String ISSUER = "ROSTER_ACCESS_ISSUERS_0_";

    @ParameterizedTest
    @EnumSource
    void a_service_gets_only_settings_that_it_reads(Service service) throws IOException {
        var told = Manifests.told(service.module(), "base");

        assertThat(KnownSettings.of(service)).containsAll(told.stream().filter(name -> !name.startsWith(ISSUER)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_service_gets_every_secret_that_it_needs(Service service) throws IOException {
        var secrets = Manifests.secrets(service.module());

        assertThat(secrets.keySet()).containsAll(KnownSettings.secrets(service));
        assertThat(secrets.values()).extracting("name").containsOnly("roster");
        assertThat(Manifests.settings("base", service.module()).keySet()).noneMatch(KnownSettings::isSecret);
    }

    @ParameterizedTest
    @EnumSource
    void the_example_has_every_setting(Service service) throws IOException {
        assertThat(Manifests.told(service.module(), "example")).containsAll(KnownSettings.of(service))
                .containsAll(Manifests.told(service.module(), "base"));
        assertThat(KnownSettings.of(service))
                .containsAll(Manifests.told(service.module(), "example").stream().filter(name -> !name.startsWith(ISSUER)).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "QUERY"})
    void a_service_believes_the_console_as_everywhere(Service service) throws IOException {
        var settings = Manifests.settings("base", service.module());

        assertThat(settings).containsEntry(ISSUER + "ISSUER", Manifests.settings("base", "console").get("ROSTER_CONSOLE_URL"))
                .containsEntry(ISSUER + "JWKSURI", "http://console:8080/.well-known/jwks.json");
        assertThat(settings.keySet()).containsAll(Stream.of("NAME", "AUDIENCE", "ASSERTSEMAIL", "VOUCHESFOR").map(ISSUER::concat).toList());
    }

    @Test
    void secrets_are_those_that_make_env_makes_and_only_migrate_has_the_password_of_the_owner() throws IOException {
        var made = KnownSettings.madeByMakeEnv();

        for (var service : Service.values()) {
            assertThat(Manifests.secrets(service.module()).values()).allSatisfy(
                    reference -> assertThat(made.contains(reference.get("key")) || Boolean.TRUE.equals(reference.get("optional")))
                            .isTrue());
            assertThat(Manifests.secrets(service.module()).values()).extracting("key").doesNotContain("ROSTER_OWNER_PASSWORD",
                    "POSTGRES_PASSWORD");
        }
        assertThat(Manifests.secrets("migrate")).containsOnly(Map.entry("ROSTER_OWNER_PASSWORD",
                Map.of("name", "roster-owner", "key", "ROSTER_OWNER_PASSWORD")));
    }

    @ParameterizedTest
    @EnumSource
    void ports_are_the_usual_ones_and_probes_ask_the_health_of_the_service(Service service) throws IOException {
        var ports = service.ports().map(Port::standard).toList();

        assertThat(Manifests.values(Manifests.container(service.module()), "ports", "containerPort"))
                .containsExactlyInAnyOrderElementsOf(ports);
        assertThat(Manifests.values(Manifests.spec("Service", service.module()), "ports", "port"))
                .containsExactlyInAnyOrderElementsOf(ports);
        assertThat(Manifests.settings("base", service.module())).containsEntry("ROSTER_MANAGEMENT_PORT",
                String.valueOf(service.management().standard()));
        for (var probe : Map.of("startupProbe", "liveness", "livenessProbe", "liveness", "readinessProbe", "readiness").entrySet()) {
            assertThat(Manifests.container(service.module()).get(probe.getKey())).asString()
                    .contains("path=/actuator/health/" + probe.getValue(), "port=management");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_service_may_connect_to_each_service_whose_address_it_gets(Service service) throws IOException {
        var addresses = new TreeSet<>(Manifests.settings("base", service.module()).values());
        for (var other : Service.values()) {
            if (addresses.stream().anyMatch(address -> address.startsWith("http://" + other.module() + ":"))) {
                int port = other.ports().filter(it -> it != other.management()).findFirst().orElseThrow().standard();
                assertThat(Manifests.allowed(service.module(), "egress", "to", other.module())).as("from " + service).contains(port);
                assertThat(port == Port.CONSOLE.standard() || Manifests.allowed(other.module(), "ingress", "from", service.module())
                        .contains(port)).as("at " + other).isTrue();
            }
        }
    }

    @Test
    void everything_in_the_folder_is_part_of_the_kustomization() throws IOException {
        var kustomization = Manifests.text("base/kustomization.yaml");

        assertThat(Manifests.names("base", ".yaml")).filteredOn(name -> !name.equals("kustomization.yaml"))
                .allSatisfy(name -> assertThat(kustomization).contains("- " + name));
        for (var overlay : List.of("base", "example")) {
            assertThat(Manifests.names(overlay, ".env")).hasSize(Service.values().length + 1)
                    .allSatisfy(name -> assertThat(Manifests.text(overlay + "/kustomization.yaml")).contains("[" + name + "]"));
        }
        assertThat(Arrays.stream(Service.values()).map(Service::module))
                .allSatisfy(name -> assertThat(Manifests.text("example/kustomization.yaml")).contains("name: roster/" + name));
    }

    @Test
    void a_container_has_no_rights_and_a_limit_of_memory() throws IOException {
        for (var name : Stream.concat(Arrays.stream(Service.values()).map(Service::module), Stream.of("migrate")).toList()) {
            assertThat(Manifests.container(name).get("securityContext"))
                    .hasToString("{allowPrivilegeEscalation=false, readOnlyRootFilesystem=true, capabilities={drop=[ALL]}}");
            assertThat(Manifests.container(name).get("resources")).asString().contains("limits={memory=");
        }
    }
}
