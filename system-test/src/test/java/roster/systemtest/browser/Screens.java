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
 * Takes pictures of pages and states into {@code target/screens}, and lets axe look at each: dark on a phone and light on a desk in every
 * build, in both themes at both widths in the nightly one.
 */
final class Screens {
    private static final Path FOLDER = Path.of("target/screens");
    /** By axe itself, once it is in the page: its builder brings it anew for every look, which takes most of the time. */
    private static final String SERIOUS = """
            async rules => (await axe.run({resultTypes: ["violations"], ...(rules.length ? {runOnly: rules} : {})})).violations
                    .filter(it => ["serious", "critical"].includes(it.impact))
                    .map(it => it.id + " " + it.nodes[0].html)""";

    private enum Size {
        PHONE(360, 780),
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
                // a hidden caret would be hidden by a style that the page forbids
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

    /** A theme changes nothing but colours, so all that is not about them is looked at in one. */
    private static void requireAccessible(Page page, ColorScheme theme, String what) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(SERIOUS, theme == ColorScheme.LIGHT ? List.of() : List.of("color-contrast"))).as(what).isEmpty();
    }
}
