package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manifests in deploy/kubernetes against the schemas that Kubernetes and the Prometheus operator publish. */
@Tag("nightly")
class KubernetesSchemasTest {
    private static final Path MANIFESTS = Path.of(System.getProperty("roster.root"), "deploy/kubernetes");

    @Test
    void every_manifest_is_valid() throws IOException {
        try (var files = Files.walk(MANIFESTS)) {
            validate(tool(), files.filter(it -> it.toString().endsWith(".yaml") && !it.endsWith("kustomization.yaml"))
                    .map(Path::toString).toArray(String[]::new));
        }
    }

    @Test
    void the_rendered_example_is_valid_and_has_no_name_of_the_base() throws IOException {
        var tool = tool();
        tool.need("kubectl with Kustomize 5", "kubectl", "kustomize", MANIFESTS.resolve("example").toString());
        var rendered = Files.writeString(tool.folder().resolve("example.yaml"), tool.output());

        assertThat(rendered).content().contains("namespace: roster", "registry.example.com/roster/console:0.2.0", "kind: ServiceMonitor")
                .doesNotContain("image: roster/");
        validate(tool, rendered.toString());
    }

    @Test
    void a_field_that_does_not_exist_is_found() throws IOException {
        var tool = tool();
        var broken = Files.writeString(tool.folder().resolve("broken.yaml"),
                Files.readString(MANIFESTS.resolve("base/console.yaml")).replace("periodSeconds: 2", "periodSecond: 2"));

        tool.run("node", "kubernetes.js", broken.toString());

        assertThat(tool.exit("npx", "tsc", "--project", ".")).isNotZero();
        assertThat(tool.output()).contains("\"periodSecond\"' does not exist in type 'IProbe'");
    }

    private static void validate(Tool tool, String... files) {
        tool.run(Stream.concat(Stream.of("node", "kubernetes.js"), Stream.of(files)).toArray(String[]::new));
        assertThat(tool.output()).contains("manifests are valid");
        tool.run("npx", "tsc", "--project", ".");
    }

    private static Tool tool() {
        return Node.with("kubernetes", "kubernetes/package.json", "kubernetes/kubernetes.js", "kubernetes/tsconfig.json");
    }
}
