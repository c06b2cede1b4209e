package roster.systemtest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of libraries and their licences, docs/licences.md. */
class LicencesTest {
    private static final Path LIST = Delivered.ROOT.resolve("docs/licences.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.*) \\|$");
    /** Licences under which a library may be delivered with a program under the Apache License. Of several, the recipient chooses. */
    private static final Set<String> ALLOWED = Set.of("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0",
            "Go License",
            "MIT", "MIT-0", "The (New) BSD License", "Unicode-3.0");

    @Test
    void every_library_has_an_allowed_licence() throws IOException {
        assertThat(listed()).isNotEmpty().allSatisfy((library, licences) -> assertThat(Stream.of(licences.split(", ", -1)))
                .as(library).containsAnyElementsOf(ALLOWED));
    }

    @Test
    void every_library_that_is_delivered_is_in_the_list_and_no_other_is() throws IOException {
        var jars = Delivered.jars();
        var artifacts = listed().keySet().stream().map(it -> it.substring(it.indexOf(':') + 1)).toList();

        assertThat(jars).hasSizeGreaterThan(100).allSatisfy(jar -> assertThat(artifacts).anyMatch(artifact -> isOf(artifact, jar)));
        assertThat(artifacts).allSatisfy(artifact -> assertThat(jars).anyMatch(jar -> isOf(artifact, jar)));
    }

    private static boolean isOf(String artifact, String jar) {
        return jar.startsWith(artifact + "-") && Character.isDigit(jar.charAt(artifact.length() + 1));
    }

    /** With {@code -Droster.licences.write=true} it writes the list. */
    @Test
    @Tag("nightly")
    void the_list_is_what_the_bills_of_materials_say() throws IOException {
        var licences = Delivered.licences();
        if (Boolean.getBoolean("roster.licences.write")) {
            write(licences);
        }
        assertThat(listed()).isEqualTo(licences);
    }

    private static Map<String, String> listed() throws IOException {
        var listed = new TreeMap<String, String>();
        ROW.matcher(Files.readString(LIST)).results().forEach(row -> listed.put(row.group(1), row.group(2)));
        return listed;
    }

    private static void write(Map<String, String> licences) throws IOException {
        var text = Files.readString(LIST);
        var before = text.substring(0, ROW.matcher(text).results().findFirst().orElseThrow().start());
        var rows = licences.entrySet().stream().map(it -> "| `" + it.getKey() + "` | " + it.getValue() + " |").toList();
        Files.write(LIST, Stream.of(List.of(before.strip()), rows).flatMap(List::stream).toList());
    }
}
