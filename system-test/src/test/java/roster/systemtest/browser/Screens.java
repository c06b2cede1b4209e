package roster.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;

/** Pictures of pages and states, in both themes and at two widths, each looked at by axe, into {@code target/screens}. */
final class Screens {
    private static final Path FOLDER = Path.of("target/screens");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private enum Size {
        DESKTOP(1280, 800),
        PHONE(360, 780);

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
            for (var size : new Size[]{Size.PHONE, Size.DESKTOP}) {
                page.setViewportSize(size.width, size.height);
                var picture = name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size.width;
                // a hidden caret would be hidden by a style that the page forbids
                page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(picture + ".png")).setFullPage(true)
                        .setCaret(ScreenshotCaret.INITIAL));
                requireNoOverflow(page, picture);
                requireAccessible(page, picture);
            }
        }
    }

    private static void requireNoOverflow(Page page, String what) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(what + " fits its width").isTrue();
    }

    private static void requireAccessible(Page page, String what) {
        var found = new AxeBuilder(page).analyze().getViolations().stream().filter(it -> SERIOUS.contains(it.getImpact()))
                .map(it -> it.getId() + " " + it.getNodes().getFirst().getHtml()).toList();
        assertThat(found).as(what).isEmpty();
    }
}
