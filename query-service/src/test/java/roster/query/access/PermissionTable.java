package roster.query.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import roster.contract.role.Role;
import roster.contract.role.Scope;

/** Expected permissions by role, from the published table, independent of the code under test. */
final class PermissionTable {
    private static final Path TABLE = Path.of("../member-contract/src/test/resources/permissions.csv");
    private static final Pattern ROW = Pattern.compile("^([a-z._]+),.*,([01]),([01]),([01])$");
    private static final List<String> OWN = List.of("members.view", "decisions.read", "audit.read", "events.read",
            "tokens.create_member_administration");
    private static final List<String> OF_ALL_ROLES = List.of("members.view", "decisions.read");

    private PermissionTable() {}

    static List<String> all() {
        return Stream.concat(published(_ -> true).stream().sorted(), OWN.stream()).toList();
    }

    static Set<String> of(Role role) {
        var permitted = new HashSet<>(allowed(role));
        permitted.addAll(role == Role.ADMIN ? OWN : OF_ALL_ROLES);
        return permitted;
    }

    static Set<String> of(Scope scope) {
        return switch (scope) {
            case DEVELOPER_OPERATIONS -> allowed(Role.DEVELOPER).stream()
                    .filter(it -> !it.startsWith("tokens.create")).collect(Collectors.toSet());
            case PROTECTED_ENDPOINT -> Set.of("inference.run");
            case MEMBER_ADMINISTRATION -> Set.of("members.manage", "roles.manage", "members.view", "decisions.read");
            case DIRECTORY -> Set.of("members.view");
            case DECISIONS -> Set.of("decisions.read");
            case AUDIT -> Set.of("audit.read", "members.view", "events.read");
            case EVENTS -> Set.of("events.read");
        };
    }

    private static Set<String> allowed(Role role) {
        int column = switch (role) {
            case ADMIN -> 2;
            case DEVELOPER -> 3;
            case ENDPOINT_USER -> 4;
        };
        return published(row -> row.group(column).equals("1"));
    }

    private static Set<String> published(Predicate<MatchResult> rows) {
        try (var lines = Files.lines(TABLE, StandardCharsets.UTF_8)) {
            return lines.flatMap(line -> ROW.matcher(line).results()).filter(rows).map(row -> row.group(1)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
