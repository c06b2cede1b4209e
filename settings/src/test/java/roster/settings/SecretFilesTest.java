package roster.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class SecretFilesTest {
    private static final String VALUE = "kP3xZ9vQ==";
    private static final String TOKEN = "ROSTER_OPERATOR_TOKEN";
    private static final Pattern SETTING = Pattern.compile("`(ROSTER_[A-Z_]+)`");
    @SuppressWarnings("unused") // of @FieldSource
    private static final Iterable<String> SECRETS = SecretFiles.SECRETS;

    @TempDir private Path folder;

    @ParameterizedTest
    @FieldSource("SECRETS")
    void each_secret_may_be_in_a_file(String secret) throws IOException {
        assertThat(SecretFiles.read(Map.of(secret + "_FILE", file(VALUE))::get)).isEqualTo(Map.of(secret, VALUE));
    }

    @Test
    void these_are_the_secrets_of_the_documentation() throws IOException {
        var page = Files.readString(Path.of("../docs/operating.md"));
        var section = page.substring(page.indexOf("### Secrets"), page.indexOf("### Addresses"));
        var documented = new ArrayList<String>();
        section.lines().filter(it -> it.startsWith("| `")).map(it -> it.split("\\|", -1)[1]).forEach(
                names -> SETTING.matcher(names).results().forEach(name -> documented.add(name.group(1))));

        assertThat(documented).containsExactlyInAnyOrderElementsOf(SecretFiles.SECRETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n"})
    void line_breaks_at_the_end_do_not_count(String end) throws IOException {
        assertThat(SecretFiles.read(Map.of(TOKEN + "_FILE", file(VALUE + end))::get)).containsEntry(TOKEN, VALUE);
    }

    @Test
    void a_setting_that_is_empty_is_not_set() throws IOException {
        assertThat(SecretFiles.read(Map.of(TOKEN, "", TOKEN + "_FILE", file(VALUE))::get)).containsEntry(TOKEN, VALUE);
        assertThat(SecretFiles.read(Map.of(TOKEN, VALUE, TOKEN + "_FILE", "")::get)).isEmpty();
    }

    @Test
    void a_secret_that_is_given_twice_is_rejected_without_its_value() throws IOException {
        var both = Map.of(TOKEN, VALUE, TOKEN + "_FILE", file(VALUE));

        assertThatThrownBy(() -> SecretFiles.read(both::get))
                .hasMessage("both ROSTER_OPERATOR_TOKEN and ROSTER_OPERATOR_TOKEN_FILE are set; one of them is right");
    }

    @Test
    void a_file_that_is_empty_is_named() throws IOException {
        var empty = file("\n");

        assertThatThrownBy(() -> SecretFiles.read(Map.of(TOKEN + "_FILE", empty)::get))
                .hasMessage("ROSTER_OPERATOR_TOKEN_FILE: the file " + empty + " is empty");
    }

    @Test
    void a_file_that_is_no_text_is_named_without_its_content() throws IOException {
        var file = Files.write(folder.resolve("binary"), (VALUE + "\u00e9").getBytes(StandardCharsets.ISO_8859_1)).toString();

        assertThatThrownBy(() -> SecretFiles.read(Map.of(TOKEN + "_FILE", file)::get))
                .hasMessageStartingWith("ROSTER_OPERATOR_TOKEN_FILE: the file " + file + " cannot be read").hasNoCause();
    }

    @Test
    void a_service_has_the_secret_where_it_reads_the_setting(CapturedOutput output) throws IOException {
        try (var service = start("--" + TOKEN + "=", "--" + TOKEN + "_FILE=" + file(VALUE), "--used=${" + TOKEN + "}")) {
            assertThat(service.getEnvironment().getProperty("used")).isEqualTo(VALUE);
        }
        assertThat(output).doesNotContain(VALUE);
    }

    @Test
    void a_service_has_the_secrets_of_a_folder_that_is_imported() throws IOException {
        Files.writeString(folder.resolve(TOKEN), VALUE + "\n");
        try (var service = start("--spring.config.import=configtree:" + folder + "/", "--used=${" + TOKEN + "}")) {
            assertThat(service.getEnvironment().getProperty("used")).isEqualTo(VALUE);
        }
    }

    @Test
    void a_service_without_the_file_says_so_in_one_line(CapturedOutput output) {
        var missing = folder.resolve("missing");

        assertThatException().isThrownBy(() -> start("--" + TOKEN + "_FILE=" + missing));

        assertThat(output)
                .containsOnlyOnce("cannot start: ROSTER_OPERATOR_TOKEN_FILE: the file " + missing + " cannot be read (NoSuchFileException)")
                .doesNotContain("\tat ");
    }

    /** A service without beans. */
    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(SecretFilesTest.class).web(WebApplicationType.NONE).run(settings);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content).toString();
    }
}
