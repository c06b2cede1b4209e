package roster.console.signin;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

import roster.console.signin.account.SignedIn;

/**
 * The purpose of a sign-in that proves a second account of the signed-in user. It is decided when the sign-in begins and kept with its
 * {@code state}, so that no other sign-in of the session can be taken for it.
 *
 * @param organization slug of the organization to whose member the account is to be linked
 * @param holder       name of the user who began it
 */
record Linking(String organization, String holder) {
    private static final String PARAMETER = "link";
    private static final String HOLDER = "holder";
    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Purpose of a sign-in that begins with this request. */
    static Optional<Linking> begunBy(HttpServletRequest request) {
        var organization = request.getParameter(PARAMETER);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return organization != null && ORGANIZATION.matcher(organization).matches() && authentication != null
                && authentication.getPrincipal() instanceof SignedIn person ? Optional.of(new Linking(organization, person.getName()))
                        : Optional.empty();
    }

    void addTo(Map<String, Object> attributes) {
        attributes.put(PARAMETER, organization);
        attributes.put(HOLDER, holder);
    }

    static Optional<Linking> of(Map<String, Object> attributes) {
        return attributes.get(PARAMETER) instanceof String organization && attributes.get(HOLDER) instanceof String holder
                ? Optional.of(new Linking(organization, holder))
                : Optional.empty();
    }

    void endWith(HttpServletRequest callback) {
        callback.setAttribute(Linking.class.getName(), this);
    }

    /** Purpose of the sign-in that ends with this callback. */
    static Optional<Linking> endedBy(HttpServletRequest callback) {
        return Optional.ofNullable((@Nullable Linking) callback.getAttribute(Linking.class.getName()));
    }

    /** The page on which the user confirms. */
    String page() {
        return "/organizations/" + organization + "/accounts/link";
    }
}
