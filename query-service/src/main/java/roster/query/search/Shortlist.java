package roster.query.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Members whose name or address, now or once, may contain all words of a search. */
public record Shortlist(List<UUID> members) {
    /** With more members, it is cheaper to read all. */
    private static final int MOST = 5_000;

    /**
     * Reads the live views of the caller's transaction. Empty when they are too many.
     *
     * @param words sort keys, at least one
     */
    public static Optional<Shortlist> of(UUID organizationId, Collection<String> words, JdbcClient jdbc) {
        var found = jdbc.sql("select member_id from member_text where organization_id = ? and pieces @@ ?::tsquery limit ?")
                .param(organizationId).param(Pieces.query(organizationId, words)).param(MOST + 1).query(UUID.class).list();
        return found.size() > MOST ? Optional.empty() : Optional.of(new Shortlist(found.stream().distinct().toList()));
    }

    /** Appends the condition that a row of a member is one of these, after {@code and}. */
    public void sql(StringBuilder sql, List<Object> parameters) {
        sql.append(" and member_id = any (?::uuid[])");
        parameters.add(members.toArray(UUID[]::new));
    }
}
