package roster.command.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import roster.contract.event.Inviter;
import roster.contract.event.Language;

/**
 * How a letter is sent.
 *
 * @param inviter  in whose name; nobody before the first admin is active
 * @param language of the organization at that moment
 */
public record Letterhead(Optional<Inviter> inviter, Language language) {
    /** A row of {@code member_id, name, email, locale}. */
    static Letterhead of(ResultSet row) throws SQLException {
        var inviter = Optional.ofNullable(row.getObject("member_id", UUID.class));
        var name = row.getString("name");
        var email = row.getString("email");
        return new Letterhead(inviter.map(id -> new Inviter(id, name, email)), Language.of(row.getString("locale")));
    }
}
