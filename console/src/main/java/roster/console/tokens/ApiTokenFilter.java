package roster.console.tokens;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriBuilder;

/**
 * Which API tokens are shown, as the address of the page says. Empty is as good as nothing.
 *
 * @param owner only the personal ones of this member
 */
record ApiTokenFilter(@Nullable String status, @Nullable String kind, @Nullable UUID owner, @Nullable String after) {
    private static final int PAGE = 25;
    private static final String ACTIVE = "active";

    public String statusOrDefault() {
        return isGiven(status) ? String.valueOf(status) : ACTIVE;
    }

    /** The active ones of everybody are what one sees at first. */
    public boolean isNarrow() {
        return !statusOrDefault().equals(ACTIVE) || isGiven(kind) || owner != null;
    }

    URI uri(UriBuilder uri, UUID organization) {
        uri.path("/organizations/{org}/api-tokens").queryParam("limit", PAGE).queryParam("status", "{status}");
        var values = new HashMap<String, Object>(Map.of("org", organization, "status", statusOrDefault()));
        give(uri, values, "kind", kind);
        give(uri, values, "owner", owner == null ? null : owner.toString());
        give(uri, values, "after", after);
        return uri.build(values);
    }

    private static void give(UriBuilder uri, Map<String, Object> values, String name, @Nullable String value) {
        if (value != null && isGiven(value)) {
            uri.queryParam(name, "{" + name + "}");
            values.put(name, value.strip());
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
