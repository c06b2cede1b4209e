package roster.console.organization;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;

/** The organization that was opened last in a session. */
final class LastOrganization {
    private static final String ATTRIBUTE = "lastOrganization";
    /** For the colour of the user on pages outside of an organization. */
    private static final String MEMBER = "lastMember";

    private LastOrganization() {}

    static void remember(HttpSession session, Membership here) {
        session.setAttribute(ATTRIBUTE, here.organizationId());
        session.setAttribute(MEMBER, here.memberId());
    }

    /** Empty when none was opened, or when the user is no longer an active member of it. */
    static Optional<Membership> in(HttpSession session, List<Membership> mine) {
        var last = session.getAttribute(ATTRIBUTE);
        return mine.stream().filter(it -> it.organizationId().equals(last) && !it.isSuspended()).findFirst();
    }
}
