package roster.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;

import roster.local.Effort;

/**
 * Checks pages and states: nothing is wider than a phone or a desktop, and axe finds nothing serious. Takes screenshots into
 * {@code target/screens}. axe and screenshots take most of the time, so in every build a page has them either dark on a phone or light on a
 * desktop, depending on its name; in the nightly build, each page has them in both themes at both widths.
 */
final class Screens {
    private static final Path FOLDER = Path.of("target/screens");
    /** Runs axe in the page directly, because its builder injects it again for every check, which is slow. */
    private static final String SERIOUS = """
            async rules => (await axe.run({resultTypes: ["violations"], ...(rules.length ? {runOnly: rules} : {})})).violations
                    .filter(it => ["serious", "critical"].includes(it.impact))
                    .map(it => it.id + " " + it.nodes[0].html)""";

    private enum Size {
        PHONE(320, 780),
        DESKTOP(1280, 800);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private Screens() {}

    static void keep(Page page, String name) {
        for (var theme : new ColorScheme[]{ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE));
            for (var size : Effort.NIGHTLY ? Size.values() : new Size[]{theme == ColorScheme.DARK ? Size.PHONE : Size.DESKTOP}) {
                page.setViewportSize(size.width, size.height);
                var picture = name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size.width;
                requireNoOverflow(page, picture);
                requireEveryImage(page, picture);
                if (Effort.NIGHTLY || theme == themeOf(name)) {
                    picture(page, picture);
                    requireAccessible(page, rules(theme), picture);
                }
            }
        }
    }

    private static ColorScheme themeOf(String name) {
        return name.hashCode() % 2 == 0 ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    private static void picture(Page page, String name) {
        // Playwright hides the caret by a style, which the page's policy forbids
        page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true)
                .setCaret(ScreenshotCaret.INITIAL));
    }

    private static void requireNoOverflow(Page page, String what) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(what + " fits its width").isTrue();
    }

    private static void requireEveryImage(Page page, String what) {
        assertThat((Boolean) page.evaluate("Array.from(document.images).every(it => it.complete && it.naturalWidth > 0)"))
                .as(what + " shows every image").isTrue();
    }

    /** Empty for all rules. A theme changes only colors, so where there are both, other rules are checked in one of them. */
    private static List<String> rules(ColorScheme theme) {
        return Effort.NIGHTLY && theme == ColorScheme.DARK ? List.of("color-contrast") : List.of();
    }

    private static void requireAccessible(Page page, List<String> rules, String what) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(SERIOUS, rules)).as(what).isEmpty();
    }
}
