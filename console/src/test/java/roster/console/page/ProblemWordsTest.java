package roster.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.console.service.ServiceProblem;

class ProblemWordsTest {
    private static final Pattern CODE = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d+)");
    private static final String OF_THE_SERVICE = "This account belongs to another member of the organization.";

    /** Codes of the catalogue. {@code invalid} is described by its parts, and the console rebuilds no views. */
    private static Stream<MatchResult> catalogue() throws IOException {
        return CODE.matcher(Files.readString(Path.of("../docs/problems.md"))).results()
                .filter(it -> !it.group(1).equals("invalid") && !it.group(1).startsWith("rebuild-"));
    }

    private static String words(String code, String detail) {
        return ProblemWords.of(new ServiceProblem(code, 409, detail, List.of(), null));
    }

    @Test
    void each_code_of_the_catalogue_has_a_sentence() throws IOException {
        assertThat(catalogue().map(it -> it.group(1))).hasSizeGreaterThan(25).allSatisfy(
                it -> assertThat(words(it, OF_THE_SERVICE)).as(it).isNotEqualTo(OF_THE_SERVICE).endsWith("."));
    }

    @Test
    void each_conflict_has_one_of_its_own() throws IOException {
        assertThat(catalogue().filter(it -> List.of("403", "404", "409", "410", "412", "422").contains(it.group(2)))
                .map(it -> words(it.group(1), "its detail"))).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conflict", "invalid", "newer-than-the-console"})
    void what_the_console_does_not_know_is_told_in_the_words_of_the_service(String code) {
        assertThat(words(code, OF_THE_SERVICE)).isEqualTo(OF_THE_SERVICE);
        assertThat(words(code, "")).isEqualTo("Roster rejected this.");
    }
}
