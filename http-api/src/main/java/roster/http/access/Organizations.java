package roster.http.access;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.Organization;

/** Finds organizations by what a path calls them. Remembers what it has found: they keep their id, slug and name. */
@Component
public final class Organizations {
    private static final int REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Map<String, Organization> known = new ConcurrentHashMap<>();

    Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organization> find(String idOrSlug) {
        var remembered = known.get(idOrSlug);
        return remembered != null ? Optional.of(remembered) : look(idOrSlug);
    }

    private Optional<Organization> look(String idOrSlug) {
        var found = jdbc.sql("select organization_id, slug, name from access.organization where organization_id = ? or slug = ?")
                .param(id(idOrSlug)).param(idOrSlug)
                .query((row, _) -> new Organization(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .optional();
        found.ifPresent(organization -> remember(idOrSlug, organization));
        return found;
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private void remember(String idOrSlug, Organization organization) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(idOrSlug, organization);
    }
}
