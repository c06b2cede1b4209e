package roster.access.control;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.event.Organization;

/** Finds organizations by id or slug, and caches them: id, slug and name never change. */
@Component
public final class OrganizationLookup {
    private static final int REMEMBERED = 10_000;
    private static final Pattern ID_OR_SLUG = Pattern.compile("[0-9A-Za-z-]{1,36}");

    private final JdbcClient jdbc;
    private final Cache<String, Organization> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    OrganizationLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organization> find(String idOrSlug) {
        return Optional.ofNullable(find(List.of(idOrSlug)).get(idOrSlug));
    }

    /** The organizations by the id or slug given, found with one query. Those that do not exist are absent. */
    public Map<String, Organization> find(Collection<String> idsOrSlugs) {
        var found = new HashMap<String, Organization>();
        idsOrSlugs.forEach(it -> Optional.ofNullable(known.getIfPresent(it)).ifPresent(organization -> found.put(it, organization)));
        var others = idsOrSlugs.stream().filter(it -> !found.containsKey(it) && ID_OR_SLUG.matcher(it).matches()).toList();
        if (!others.isEmpty()) {
            var looked = look(others);
            others.forEach(it -> looked.stream().filter(organization -> isCalled(organization, it)).forEach(organization -> {
                found.put(it, organization);
                known.put(it, organization);
            }));
        }
        return found;
    }

    private List<Organization> look(Collection<String> idsOrSlugs) {
        var ids = idsOrSlugs.stream().map(OrganizationLookup::id).filter(Objects::nonNull).toArray(UUID[]::new);
        return jdbc.sql("select organization_id, slug, name from access.organization where organization_id = any (?) or slug = any (?)")
                .param(ids).param(idsOrSlugs.toArray(String[]::new))
                .query((row, _) -> new Organization(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    private static boolean isCalled(Organization organization, String idOrSlug) {
        return organization.slug().equals(idOrSlug) || organization.id().equals(id(idOrSlug));
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
