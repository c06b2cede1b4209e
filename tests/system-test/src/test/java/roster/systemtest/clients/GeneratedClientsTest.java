package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** Clients that openapi-generator makes from the documents do the journey of {@code docs/api.md}. */
@OnSharedRoster
@Tag("nightly")
class GeneratedClientsTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    /** Copied by the profile nightly. Contains the Jackson that its Java clients need. */
    private static final String GENERATOR = Path.of("target/openapi-generator/openapi-generator-cli.jar").toAbsolutePath().toString();
    private static final String DONE = "done";

    private static void generate(Tool tool, String language, String properties) {
        Stream.of("commands", "queries").forEach(client -> tool.run(program("java"), "-jar", GENERATOR, "generate", "-g", language, "-i",
                Documents.of(client.equals("commands") ? "command-service" : "query-service"), "-o", client,
                "--additional-properties=" + properties.replace("{client}", client)));
    }

    private static Map<String, String> addresses(Roster roster) {
        return Map.of("COMMANDS", roster.address("COMMAND"), "QUERIES", roster.address("QUERY"), "INBOX", roster.address("INBOX"),
                "OPERATOR", roster.operatorToken());
    }

    @Test
    void one_in_java(Roster roster) throws Exception {
        var tool = Tool.in("java").with("Journey.java");
        generate(tool, "java", "library=native,openApiNullable=false,useJakartaEe=true,invokerPackage=roster.client.{client},"
                + "apiPackage=roster.client.{client}.api,modelPackage=roster.client.{client}.model");
        var annotations = Path.of(Generated.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        var libraries = String.join(File.pathSeparator, "classes", GENERATOR, annotations);
        var compile = new ArrayList<>(List.of(program("javac"), "-nowarn", "-proc:none", "-d", "classes", "-cp", libraries));
        compile.addAll(tool.files(".java").stream().filter(it -> !it.contains("src/test/")).toList());

        tool.run(compile.toArray(String[]::new));
        tool.run(addresses(roster), program("java"), "-cp", libraries, "Journey");

        assertThat(tool.output()).contains(DONE);
    }

    @Test
    void one_in_typescript(Roster roster) {
        var tool = Node.in("typescript").with("journey.ts", "tsconfig.json");
        generate(tool, "typescript-fetch", "importFileExtension=.js");

        tool.run("npx", "tsc", "-p", ".");
        tool.run(addresses(roster), "node", "out/journey.js");

        assertThat(tool.output()).contains(DONE);
    }

    @Test
    void one_in_python(Roster roster) {
        var tool = Tool.in("python").with("journey.py");
        tool.need("Python with urllib3, pydantic and dateutil (Debian: python3-urllib3, python3-pydantic, python3-dateutil)", "python3",
                "-c",
                "import urllib3, pydantic, dateutil, typing_extensions");
        generate(tool, "python", "packageName=roster_{client}");
        var environment = new HashMap<>(addresses(roster));
        environment.put("PYTHONPATH", "commands" + File.pathSeparator + "queries");

        tool.run(environment, "python3", "journey.py");

        assertThat(tool.output()).contains(DONE);
    }

    private static String program(String name) {
        return JAVA.resolve(name).toString();
    }
}
