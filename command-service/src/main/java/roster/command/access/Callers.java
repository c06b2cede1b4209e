package roster.command.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who sent the request of this thread. */
@Component
public final class Callers {
    /** @param onBehalfOf the member whom the caller names */
    public Caller current(@Nullable UUID onBehalfOf) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("every request is authenticated");
        }
        return Caller.operator(authentication.getName(), onBehalfOf);
    }
}
