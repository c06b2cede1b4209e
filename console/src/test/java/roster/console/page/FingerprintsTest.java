package roster.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FingerprintsTest {
    private final List<String> searched = new ArrayList<>();
    private final Fingerprints fingerprints = new Fingerprints(this::search);

    private @Nullable String search(String path) {
        searched.add(path);
        return path.equals("/console.css") ? "/console-1234.css" : null;
    }

    private String inPage(String url) throws Exception {
        var chain = new MockFilterChain();
        fingerprints.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
        return ((HttpServletResponse) Objects.requireNonNull(chain.getResponse())).encodeURL(url);
    }

    @Test
    void a_file_is_searched_once_and_a_page_never() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(inPage("/console.css")).isEqualTo("/console-1234.css");
            assertThat(inPage("/missing.js")).isEqualTo("/missing.js");
            assertThat(inPage("/organizations/acme/members?q=console.css")).isEqualTo("/organizations/acme/members?q=console.css");
        }

        assertThat(searched).containsExactly("/console.css", "/missing.js");
    }
}
