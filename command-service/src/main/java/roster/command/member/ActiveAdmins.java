package roster.command.member;

import java.util.UUID;

import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.LastAdmin;

/** How many active admins an organization has, counted beside it. The last one is never let go. */
final class ActiveAdmins {
    private final JdbcClient jdbc;

    ActiveAdmins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID organizationId) {
        jdbc.sql("update command.organization set active_admins = active_admins + 1 where organization_id = ?")
                .param(organizationId).update();
    }

    /** The row lock makes two who let go at once do so one after the other. */
    void release(UUID organizationId, UUID memberId) {
        int released = jdbc.sql("""
                update command.organization set active_admins = active_admins - 1 where organization_id = ? and active_admins > 1""")
                .param(organizationId).update();
        if (released == 0) {
            requireStillOne(memberId);
            throw new Refused(new LastAdmin());
        }
    }

    /** Another command may have let go of this very member after this one read the stream: then the last admin is somebody else. */
    private void requireStillOne(UUID memberId) {
        var isAdmin = jdbc.sql("""
                select exists (select from command.membership where member_id = ? and status = 'active' and role = 'admin')""")
                .param(memberId).query(Boolean.class).single();
        if (!isAdmin) {
            throw new ConcurrencyException("the member has just ceased to be an active admin");
        }
    }
}
