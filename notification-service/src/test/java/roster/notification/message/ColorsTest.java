package roster.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E-mails have the colors of the console, whose style sheet is their only description. */
class ColorsTest {
    private static final Pattern COLOR = Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
    private static final Pattern RULE = Pattern.compile("\\.([a-z-]+) \\{([^}]*#[^}]*)\\}");
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}\\b");
    /** Colors of the console by class in the template. */
    private static final Map<String, String> CLASSES = Map.of("page", "paper", "card", "surface", "ink", "ink", "quiet", "quiet", "rule",
            "line", "link", "accent", "accent", "accent", "on-accent", "on-accent", "line", "on-accent");

    private final Map<String, Color> colors = COLOR.matcher(read("../console/src/main/resources/static/console.css")).results()
            .collect(Collectors.toMap(it -> it.group(1), it -> new Color(it.group(2), it.group(3))));
    private final String[] template = read("src/main/resources/templates/email.html").split("</style>", 2);

    private record Color(String light, String dark) {}

    @Test
    void in_light_every_color_is_one_of_the_console() {
        assertThat(HEX.matcher(template[1]).results().map(it -> it.group()).distinct()).hasSizeGreaterThan(5)
                .isSubsetOf(CLASSES.values().stream().map(it -> color(it).light).toList());
    }

    @Test
    void in_dark_every_class_has_the_color_that_the_console_gives_it() {
        var rules = RULE.matcher(template[0]).results().toList();

        assertThat(rules).extracting(it -> it.group(1)).containsAll(CLASSES.keySet());
        assertThat(rules).allSatisfy(rule -> assertThat(HEX.matcher(rule.group(2)).results().map(it -> it.group()))
                .as(rule.group()).isSubsetOf(color(CLASSES.getOrDefault(rule.group(1), "")).dark, color("line").dark));
    }

    @ParameterizedTest
    @CsvSource({"ink, surface", "quiet, surface", "accent, surface", "ink, paper", "quiet, paper", "on-accent, accent"})
    void every_text_has_the_contrast_that_wcag_aa_asks_for(String text, String ground) {
        assertThat(contrast(color(text).light, color(ground).light)).as("light").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(color(text).dark, color(ground).dark)).as("dark").isGreaterThanOrEqualTo(4.5);
    }

    private Color color(String name) {
        assertThat(colors).containsKey(name);
        return colors.getOrDefault(name, new Color("", ""));
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    private static double luminance(String hex) {
        return .2126 * channel(hex, 1) + .7152 * channel(hex, 3) + .0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
