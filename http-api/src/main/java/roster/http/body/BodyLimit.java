package roster.http.body;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import roster.http.problem.ContentTooLarge;
import roster.http.problem.ProblemWriter;

/** Refuses a body that says that it is too long, and stops reading one that turns out to be, before anything else reads any. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimit extends OncePerRequestFilter {
    private final long longest;
    private final ProblemWriter problems;

    BodyLimit(BodyProperties properties, ProblemWriter problems) {
        this.longest = properties.longest().toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > longest) {
            problems.write(HttpStatus.CONTENT_TOO_LARGE, response);
            return;
        }
        try {
            chain.doFilter(new LimitedBody(request, longest), response);
        } catch (ContentTooLarge _) {
            problems.write(HttpStatus.CONTENT_TOO_LARGE, response);
        }
    }
}
