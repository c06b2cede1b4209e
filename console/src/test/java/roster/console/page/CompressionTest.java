package roster.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

/** Compression of pages and static files, and how long browsers may keep them. */
@ConsoleTest
class CompressionTest {
    private static final String MEMBERS = "/organizations/acme/members";
    private static final Pattern PART = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg))\"");
    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    @Autowired private List<FilterRegistrationBean<?>> filters;
    private Browser ada;

    @BeforeEach
    void signIn() {
        Acme.asAdmin(services).answer(Acme.PATH + "/roles", """
                {"data":[],"next":null,"position":"7"}""").answer(Acme.PATH + "/members", """
                {"data":[%s],"next":null,"position":"7"}""".formatted(IntStream.range(0, 25).mapToObj(i -> Acme.member(Acme.GRACE,
                "Person " + i, "person" + i + "@acme.example", "developer", "active", "accepted")).collect(Collectors.joining(","))));
        ada = browsers.signedIn();
    }

    private List<String> parts() {
        return PART.matcher(ada.get(MEMBERS).html()).results().map(it -> it.group(1)).distinct().toList();
    }

    private static List<String> vary(HttpResponse<?> response) {
        return response.headers().allValues("Vary").stream()
                .flatMap(it -> Pattern.compile(", *").splitAsStream(it.toLowerCase(Locale.ROOT))).toList();
    }

    @Test
    void a_first_visit_transfers_at_most_40_kilobytes() {
        long bytes = ada.compressed(MEMBERS).body().length;
        for (var part : parts()) {
            bytes += ada.compressed(part).body().length;
        }
        assertThat(bytes).isLessThan(40_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBERS, "/organizations", "/nowhere", "/sign-in?failed=provider", "/invitations"})
    void pages_are_compressed_where_the_browser_can_read_it(String path) throws IOException {
        var page = ada.compressed(path);

        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(vary(page)).contains("accept-encoding", "hx-request");
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("<!doctype html>")
                .contains("</html>");
        assertThat(ada.get(path).response().headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void parts_are_compressed_and_kept_for_a_year_under_a_name_that_changes_with_them() {
        assertThat(parts()).hasSizeGreaterThan(4).allSatisfy(part -> {
            assertThat(part).containsPattern("-[0-9a-f]{32}\\.");
            var response = ada.compressed(part);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(it -> assertThat(it).contains("max-age=31536000", "public"));
            if (ada.get(part).html().length() > 1_024) {
                assertThat(response.headers().firstValue("Content-Encoding")).as(part).hasValue("gzip");
                assertThat(vary(response)).as(part).contains("accept-encoding");
            }
        });
    }

    /** Spring's filter searches all libraries for a file at the URL of each link. */
    @Test
    void only_links_to_files_are_searched_among_files() {
        assertThat(filters.stream().map(FilterRegistrationBean::getFilter).filter(ResourceUrlEncodingFilter.class::isInstance))
                .singleElement()
                .isInstanceOf(Fingerprints.class);
    }

    /** Otherwise the length of compressed pages would tell, guess by guess, what the secret of the forms is (BREACH). */
    @Test
    void no_two_pages_contain_the_same_secret() {
        var secrets = IntStream.range(0, 5)
                .mapToObj(_ -> SECRET.matcher(ada.get(MEMBERS + "?q=x").html()).results().map(it -> it.group(1)).toList()).toList();

        assertThat(secrets).doesNotHaveDuplicates().allSatisfy(it -> assertThat(it).isNotEmpty());
    }
}
