package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import roster.systemtest.running.Roster;

/** An access review: line by line, on paper, and as a file with its manifest. */
@InBrowser
record AccessReviewInBrowserTest(Roster roster, OwnOrganization organization) {
    private static final Path PAPER = Path.of("target/screens/review-paper.png");

    @Test
    void an_admin_confirms_one_line_and_revokes_another() {
        organization.member("grace", "developer");
        var linus = organization.member("linus", "endpoint_user");
        roster.commands().post(organization.path() + "/api-tokens", """
                {"name": "build server", "kind": "organization", "scopes": ["directory", "events"]}""");
        try (var ada = organization.as("ada")) {
            ada.link("Review").click();
            ada.sees("Access review");
            assertThat(ada.row("build server")).containsText("API token of the organization");
            assertThat(ada.row(organization.email("grace"))).containsText("by an operator");

            ada.row(organization.email("grace")).getByText("Confirm").click();
            assertThat(ada.dialog()).containsText("is to keep the role Developer");
            ada.page().getByLabel("Reason").fill("review of spring");
            ada.shown("dialog-confirm").press("Confirm").isTold("keeps the role Developer");
            assertThat(ada.row(organization.email("grace"))).containsText("review of spring");

            ada.choose("Delete Member", organization.email("linus")).press("Delete").isTold("is deleted");
            ada.sees("Access review").shown("review");
            assertThat(ada.row(organization.email("linus"))).hasCount(0);
            assertThat(organization.status(linus)).isEqualTo("deleted");
        }
    }

    @Test
    void a_past_review_shows_who_had_access_and_offers_no_decision() {
        var grace = organization.member("grace", "developer");
        var then = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).plus(1, ChronoUnit.MILLIS);
        roster.commands().send("DELETE", organization.path() + "/members/" + grace, null);
        try (var ada = organization.as("ada")) {
            ada.open(organization.path() + "/access-review?zone=UTC&asOf=" + then).sees("Access review").shown("review-past");

            assertThat(ada.page().locator(".past")).containsText("Access as of");
            assertThat(ada.row(organization.email("grace"))).isVisible();
            assertThat(ada.row(organization.email("grace")).getByText("Confirm")).hasCount(0);
            ada.link("Back to now").click();
            assertThat(ada.row(organization.email("ada"))).isVisible();
            assertThat(ada.row(organization.email("grace"))).hasCount(0);
        }
    }

    @Test
    void a_moment_that_is_yet_to_come_is_refused_at_its_field() {
        try (var ada = organization.as("ada")) {
            ada.open(organization.path() + "/access-review?zone=UTC&asOf=2999-01-01T00:00").sees("Access review").shown("review-too-late");

            assertThat(ada.page().locator("#asOf-wrong")).containsText("is in the future");
        }
    }

    @Test
    void the_printed_page_has_every_line_and_nothing_to_click() {
        IntStream.range(0, 60).forEach(i -> organization.invite("guest" + i, "developer"));
        try (var ada = organization.as("ada")) {
            ada.open(organization.path() + "/access-review").sees("Access review");
            ada.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(ada.page().locator("#rows > tr")).hasCount(61);
            assertThat(ada.page().locator(".bar")).isHidden();
            assertThat(ada.page().locator("form.filter")).isHidden();
            assertThat(ada.page().locator("td.actions").first()).isHidden();
            assertThat(ada.row(organization.email("guest59"))).isVisible();
            ada.page().setViewportSize(1060, 750);
            ada.page().screenshot(new Page.ScreenshotOptions().setPath(PAPER));
        }
    }

    @Test
    void the_file_has_the_checksum_of_the_manifest() throws Exception {
        organization.member("grace", "developer");
        try (var ada = organization.as("ada")) {
            ada.open(organization.path() + "/access-review").sees("Access review");
            var file = bytes(ada, "CSV file");
            organization.member("linus", "developer");
            var manifest = JsonMapper.shared().readTree(bytes(ada, "Manifest"));

            assertThat(new String(file, StandardCharsets.UTF_8)).contains(organization.email("grace"));
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                    .isEqualTo(manifest.path("sha256").asString());
            assertThat(manifest.path("rows").asInt()).isEqualTo(2);
        }
    }

    private static byte[] bytes(Visitor visitor, String link) throws Exception {
        var download = visitor.page().waitForDownload(() -> visitor.link(link).click());
        return Files.readAllBytes(download.path());
    }
}
