package roster.http.version;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the header {@code Roster-Version} to each response: the version, and the commit as its build metadata (SemVer), so that a report of a problem can name both. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VersionFilter implements Filter {
    private static final String HEADER = "Roster-Version";

    private final String version;

    VersionFilter(@Value("${roster.version}") String version, @Value("${roster.commit}") String commit) {
        this.version = version + "+" + commit;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader(HEADER, version);
        chain.doFilter(request, response);
    }
}
