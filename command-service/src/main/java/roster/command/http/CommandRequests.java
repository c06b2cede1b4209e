package roster.command.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

import roster.access.control.Access;
import roster.access.control.Caller;
import roster.access.control.Callers;
import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.command.bus.IfMatch;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.Invalid;
import roster.command.retry.IdempotencyKey;
import roster.command.retry.IdempotentAnswers;
import roster.contract.event.Actor;
import roster.http.problem.FieldError;
import roster.http.problem.Malformed;
import roster.http.trace.RequestTrace;

/** Resolves the controller arguments {@link CommandSender} and {@link BatchSender}, with the {@link CommandRequest} from headers. */
@Component
class CommandRequests implements HandlerMethodArgumentResolver {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String ON_BEHALF_OF = "On-Behalf-Of";
    private static final String IF_MATCH = "If-Match";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Commands commands;
    private final IdempotentAnswers answers;
    private final Callers callers;

    CommandRequests(Commands commands, IdempotentAnswers answers, Callers callers) {
        this.commands = commands;
        this.answers = answers;
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandSender.class || parameter.getParameterType() == BatchSender.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest, @Nullable WebDataBinderFactory binder) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var trace = RequestTrace.current(request);
        var caller = Access.of(request).caller();
        var command = new CommandRequest(caller, onBehalfOf(request, caller), ifMatch(request), null, trace.requestId(),
                trace.correlationId(), request.getRemoteAddr(), trace.traceparent());
        return parameter.getParameterType() == BatchSender.class ? new BatchSender(commands, command)
                : new CommandSender(commands, answers, command, idempotencyKey(request), DryRunPaths.isIn(request));
    }

    /** Members and their personal tokens act in their own name only. Others name an active member, who must have the needed permission. */
    private @Nullable Caller onBehalfOf(HttpServletRequest request, Caller caller) {
        var named = memberNamed(request);
        if (caller.memberId() == null) {
            return named == null ? null : active(named, request);
        }
        if (named != null && !named.equals(caller.memberId())) {
            throw new Rejected(new Invalid(Invalid.Source.HEADER, ON_BEHALF_OF, "can only be yourself"));
        }
        return caller.actor().kind() == Actor.Kind.TOKEN || named != null ? caller : null;
    }

    private Caller active(UUID member, HttpServletRequest request) {
        return Optional.ofNullable(Access.of(request).organization()).flatMap(it -> callers.named(it.id(), member))
                .orElseThrow(() -> new Rejected(
                        new Invalid(Invalid.Source.HEADER, ON_BEHALF_OF, "is not an active member of this organization")));
    }

    private static @Nullable UUID memberNamed(HttpServletRequest request) {
        var header = request.getHeader(ON_BEHALF_OF);
        try {
            return header == null ? null : UUID.fromString(header);
        } catch (IllegalArgumentException e) {
            throw new Malformed(FieldError.header(ON_BEHALF_OF, "must be the id of a member"));
        }
    }

    private static @Nullable IfMatch ifMatch(HttpServletRequest request) {
        var header = request.getHeader(IF_MATCH);
        return header == null ? null
                : IfMatch.parse(header).orElseThrow(() -> new Malformed(
                        FieldError.header(IF_MATCH, "must be * or ETags as answers gave them, such as \"3\" or \"2\", \"3\"")));
    }

    private static @Nullable IdempotencyKey idempotencyKey(HttpServletRequest request) {
        var header = request.getHeader(IDEMPOTENCY_KEY);
        if (header == null) {
            return null;
        }
        if (!KEY.matcher(header).matches()) {
            throw new Malformed(FieldError.header(IDEMPOTENCY_KEY, "must be 1 to 255 visible ASCII characters"));
        }
        return new IdempotencyKey(header, () -> hash(request));
    }

    /** Hash of method, path, parameters, conditions and body. */
    private static String hash(HttpServletRequest request) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : new @Nullable String[]{request.getMethod(), request.getRequestURI(), request.getQueryString(),
                    request.getHeader(ON_BEHALF_OF), request.getHeader(IF_MATCH)}) {
                sha256.update((part + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha256.digest(body(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The complete body, including parts that the controller does not read. */
    private static byte[] body(HttpServletRequest request) {
        try {
            var body = Objects.requireNonNull(WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class));
            body.getInputStream().transferTo(OutputStream.nullOutputStream());
            return body.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
