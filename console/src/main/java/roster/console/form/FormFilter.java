package roster.console.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import roster.http.head.Percent;

/** Adds form fields to the request parameters. The container does this only for bodies that it reads itself. */
final class FormFilter extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        try {
            return !MediaType.APPLICATION_FORM_URLENCODED
                    .isCompatibleWith(MediaType.parseMediaType(String.valueOf(request.getContentType())));
        } catch (InvalidMediaTypeException _) {
            return true;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String[]> parameters;
        try {
            parameters = parameters(request);
        } catch (IllegalArgumentException _) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        chain.doFilter(new GivenParameters(request, parameters), response);
    }

    /**
     * The parameters of the URL followed by those of the body.
     *
     * @throws IllegalArgumentException when the body is not URL-encoded
     */
    private static Map<String, String[]> parameters(HttpServletRequest request) throws IOException {
        var all = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        for (var field : body.isEmpty() ? new String[0] : body.split("&", -1)) {
            int equals = field.indexOf('=');
            all.computeIfAbsent(decoded(equals < 0 ? field : field.substring(0, equals)), _ -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(field.substring(equals + 1)));
        }
        var parameters = new LinkedHashMap<String, String[]>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    private static String decoded(String text) {
        return Percent.decode(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
