package roster.http.access;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import roster.contract.event.Organization;

/**
 * What has been found out about a request before its controller is called.
 *
 * @param organization that the path names, where it names one
 */
public record Access(@Nullable Organization organization, Caller caller) {
    /** Of a request that a controller has been found for. */
    public static Access of(HttpServletRequest request) {
        return (Access) Objects.requireNonNull(request.getAttribute(Access.class.getName()), "no controller was found");
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(Access.class.getName(), this);
    }
}
