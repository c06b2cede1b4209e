package roster.command.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import roster.contract.event.Inviter;
import roster.contract.mail.Language;

/**
 * Sender and language of an e-mail.
 *
 * @param inviter  member in whose name it is sent; empty before the first admin is active
 * @param language current language of the organization
 */
public record Letterhead(Optional<Inviter> inviter, Language language) {
    /** Reads a row of {@code member_id, name, email, locale}. */
    static Letterhead of(ResultSet row) throws SQLException {
        var inviter = Optional.ofNullable(row.getObject("member_id", UUID.class));
        var name = row.getString("name");
        var email = row.getString("email");
        return new Letterhead(inviter.map(id -> new Inviter(id, name, email)), Language.of(row.getString("locale")));
    }
}
