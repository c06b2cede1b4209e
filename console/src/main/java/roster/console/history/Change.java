package roster.console.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import roster.console.page.PageWords;
import roster.contract.role.Role;

/**
 * A field changed by an event, in words.
 *
 * @param before null when there was no value before
 */
record Change(String field, @Nullable String before, String after) {
    private static final PageWords WORDS = new PageWords();
    /** Titles of fields in display order. A field that is newer than the console comes last, with its name as title. */
    private static final List<Map.Entry<String, String>> TITLES = List.of(Map.entry("name", "Name"), Map.entry("email", "Email"),
            Map.entry("role", "Role"), Map.entry("status", "Status"), Map.entry("invitationStatus", "Invitation"),
            Map.entry("invitationExpiresAt", "Open until"), Map.entry("invitationIssue", "E-mail"),
            Map.entry("invitationRequestedAt", "New invitation requested"));
    /** Fields that are not listed for the first event, because its sentence implies them. */
    private static final Set<String> SAID = Set.of("name", "role", "status", "invitationStatus", "invitationIssue");

    /** Omits fields without a value, and {@code erased}, which has a sentence of its own. */
    static List<Change> of(HistoryItem entry) {
        return entry.after().keySet().stream().filter(it -> entry.after().get(it) != null && !it.equals("erased"))
                .filter(it -> entry.before() != null || !SAID.contains(it))
                .sorted(Comparator.comparingInt(Change::place)).map(it -> change(it, entry)).toList();
    }

    private static Change change(String field, HistoryItem entry) {
        int place = place(field);
        var before = entry.before() == null ? null : entry.before().get(field);
        return new Change(place < TITLES.size() ? TITLES.get(place).getValue() : field, before == null ? null : words(field, before),
                words(field, Objects.requireNonNull(entry.after().get(field))));
    }

    private static int place(String field) {
        var place = TITLES.stream().map(Map.Entry::getKey).toList().indexOf(field);
        return place < 0 ? TITLES.size() : place;
    }

    private static String words(String field, Object value) {
        return switch (field) {
            case "role" -> Role.of(value.toString()).title();
            case "status", "invitationStatus" -> StringUtils.capitalize(value.toString());
            case "invitationExpiresAt", "invitationRequestedAt" -> WORDS.moment(Instant.parse(value.toString()));
            default -> value.toString();
        };
    }
}
