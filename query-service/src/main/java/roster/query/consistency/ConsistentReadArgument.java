package roster.query.consistency;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import roster.query.moment.Cuts;
import roster.query.problem.QueryRejected;

/** Resolves the controller arguments {@link ConsistentRead} and {@link PastRead} from {@code Consistency-Token} and {@code Prefer: wait}. */
@Component
final class ConsistentReadArgument implements HandlerMethodArgumentResolver {
    private final Freshness freshness;
    private final Cuts cuts;

    ConsistentReadArgument(Freshness freshness, Cuts cuts) {
        this.freshness = freshness;
        this.cuts = cuts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ConsistentRead.class || parameter.getParameterType() == PastRead.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
        var response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        var read = new ConsistentRead(freshness, cuts, required(request), WaitPreference.of(values(request, WaitPreference.HEADER)),
                response);
        return parameter.getParameterType() == PastRead.class ? new PastRead(read) : read;
    }

    private static long required(NativeWebRequest request) {
        var tokens = values(request, ConsistencyToken.HEADER).toList();
        if (tokens.size() > 1) {
            throw QueryRejected.header(ConsistencyToken.HEADER, "is given more than once");
        }
        return tokens.isEmpty() ? 0 : ConsistencyToken.position(tokens.getFirst());
    }

    private static Stream<String> values(NativeWebRequest request, String header) {
        var values = request.getHeaderValues(header);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }
}
