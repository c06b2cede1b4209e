package roster.systemtest.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import roster.local.Patience;

/** The browser of this machine, shared by all tests. Each user has a context of their own. */
final class Chromium {
    static final String NAME = "Chromium";
    /**
     * The pages of its address bar, which it loads twice for each window, take half of the processor time of an empty one. Chromium obeys the
     * last list only, so these are also the features that Playwright switches off.
     */
    private static final String UNUSED_FEATURES = "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,"
            + "AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,DestroyProfileOnBrowserClose,"
            + "DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
            + "ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,Translate,AutoDeElevate,OptimizationHints";
    private static final Browser BROWSER = launch();

    private Chromium() {}

    static Browser browser() {
        return BROWSER;
    }

    @SuppressWarnings("resource") // it ends with the process
    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) Patience.LIMIT.toMillis());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable()).setChromiumSandbox(false)
                .setArgs(List.of("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                        "--disable-features=" + UNUSED_FEATURES)));
    }

    private static Path executable() {
        return Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of)
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(folder::resolve))
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("these tests need Chromium: apt-get install chromium"));
    }
}
