package roster.access.control;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import roster.contract.event.Organization;

/**
 * The organization and the caller of a request, determined before its controller is called.
 *
 * @param organization named in the path; null when the path names none
 */
public record Access(@Nullable Organization organization, Caller caller) {
    /** The access of a request that is mapped to a controller. */
    public static Access of(HttpServletRequest request) {
        return (Access) Objects.requireNonNull(request.getAttribute(Access.class.getName()), "no controller was found");
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(Access.class.getName(), this);
    }
}
