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
 * Takes screenshots of pages and states into {@code target/screens}, and checks each with axe: dark on a phone and light on a desktop in every
 * build, both themes at both widths in the nightly build.
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
                // Playwright hides the caret by a style, which the page's policy forbids
                page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(picture + ".png")).setFullPage(true)
                        .setCaret(ScreenshotCaret.INITIAL));
                requireNoOverflow(page, picture);
                requireEveryImage(page, picture);
                requireAccessible(page, theme, picture);
            }
        }
    }

    private static void requireNoOverflow(Page page, String what) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(what + " fits its width").isTrue();
    }

    private static void requireEveryImage(Page page, String what) {
        assertThat((Boolean) page.evaluate("Array.from(document.images).every(it => it.complete && it.naturalWidth > 0)"))
                .as(what + " shows every image").isTrue();
    }

    /** A theme changes only colors, so other rules are checked in one theme. */
    private static void requireAccessible(Page page, ColorScheme theme, String what) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(SERIOUS, theme == ColorScheme.LIGHT ? List.of() : List.of("color-contrast"))).as(what).isEmpty();
    }
}
