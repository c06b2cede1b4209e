package roster.query.organization;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.query.problem.Rejected;

/** Finds organizations. */
@Component
public final class Organizations {
    private final JdbcClient jdbc;

    Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param idOrSlug as paths name it
     * @throws Rejected as not found when there is none
     */
    public UUID require(String idOrSlug) {
        return id(idOrSlug)
                .flatMap(id -> find("organization_id", id))
                .or(() -> find("slug", idOrSlug))
                .orElseThrow(Rejected::notFound);
    }

    private Optional<UUID> find(String column, Object value) {
        return jdbc.sql("select organization_id from organization where " + column + " = ?").param(value).query(UUID.class).optional();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
