package roster.console.history;

import java.util.Optional;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import roster.console.organization.Membership;
import roster.console.service.Queries;
import roster.console.service.ServiceRejected;
import roster.contract.role.Permission;

/** Reads how far the signed log has the events of an organization, once for all events of a page. */
@Component
public class LoggedEvents {
    private static final ParameterizedTypeReference<LoggedUpTo> CHECKPOINT = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    LoggedEvents(Queries queries) {
        this.queries = queries;
    }

    /** Empty before the first checkpoint, and for users who may not read the audit log. */
    public Optional<LoggedUpTo> of(Membership here) {
        if (!here.may(Permission.AUDIT_READ)) {
            return Optional.empty();
        }
        try {
            return Optional
                    .of(queries.get(uri -> uri.path("/organizations/{org}/log/checkpoint").build(here.organizationId()), CHECKPOINT));
        } catch (ServiceRejected e) {
            if (e.problem().status() == HttpStatus.NOT_FOUND.value()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
