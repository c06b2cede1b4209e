package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The page with the OpenAPI document exists only where it is enabled. */
class DocsTest {
    @Nested
    @ServiceTest
    class By_default {
        @Autowired Client client;

        @Test
        void there_is_none() {
            assertThat(client.anonymous("/docs").status()).isEqualTo(401);
            assertThat(client.get("/docs").status()).isEqualTo(404);
            assertThat(client.get("/docs/index.html").status()).isEqualTo(404);
        }
    }

    @Nested
    @ServiceTest
    @TestPropertySource(properties = "roster.docs=true")
    class Switched_on {
        @Autowired Client client;

        @ParameterizedTest
        @ValueSource(strings = {"index.html", "docs.js", "swagger-ui.css", "swagger-ui-bundle.js"})
        void anybody_may_look_and_the_page_may_use_its_own_files_alone(String file) {
            var answer = client.page("/docs/" + file);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy")).get().asString()
                    .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src 'self' 'unsafe", "*");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/docs", "/docs/"})
        void it_is_where_people_look_for_it(String path) {
            var answer = client.page(path);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/docs/index.html");
        }

        @Test
        void it_is_our_page_that_is_shown() {
            assertThat(client.page("/docs/index.html").body()).contains("Roster API").doesNotContain("petstore");
            assertThat(client.page("/docs/docs.js").body()).contains("/openapi.json");
        }

        @Test
        void everything_else_may_still_not_run_anything() {
            assertThat(client.get("/roles").header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(client.anonymous("/roles").status()).isEqualTo(401);
        }
    }
}
