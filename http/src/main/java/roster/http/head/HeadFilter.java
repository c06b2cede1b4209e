package roster.http.head;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Rejects requests that {@link RequestHead} finds something wrong with. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class HeadFilter extends OncePerRequestFilter {
    private final HeadRefusal refusal;

    HeadFilter(HeadRefusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrong = RequestHead.wrongPart(request);
        if (wrong.isPresent()) {
            refusal.write(wrong.get(), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
