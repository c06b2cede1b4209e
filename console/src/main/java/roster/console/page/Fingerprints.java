package roster.console.page;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Adds fingerprints to the URLs of static files in pages. Spring's own filter, which this one replaces, searches all libraries for a file at the
 * URL of each link, which took most of the time of a page.
 */
final class Fingerprints extends ResourceUrlEncodingFilter {
    private static final Pattern FILE = Pattern.compile("/[^?#]+\\.(css|js|svg)");

    private final Function<String, @Nullable String> files;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** @param files returns the URL with a fingerprint; null when there is no file at the URL */
    Fingerprints(Function<String, @Nullable String> files) {
        this.files = files;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
            @Override
            public String encodeURL(String url) {
                return FILE.matcher(url).matches() ? urls.computeIfAbsent(url, Fingerprints.this::fingerprinted) : super.encodeURL(url);
            }
        });
    }

    private String fingerprinted(String url) {
        return Objects.requireNonNullElse(files.apply(url), url);
    }
}
