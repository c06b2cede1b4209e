package roster.console.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import roster.console.page.PageWords;
import roster.contract.role.Role;

/**
 * A field changed by an event, in words.
 *
 * @param before null when there was no value before
 */
public record Change(String field, @Nullable String before, String after) {
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
        var after = entry.after();
        return after == null ? details(entry).filter(it -> !it.after.isEmpty()).toList()
                : after.keySet().stream().filter(it -> after.get(it) != null && !it.equals("erased"))
                        .filter(it -> entry.before() != null || !SAID.contains(it))
                        .sorted(Comparator.comparingInt(Change::place)).map(it -> change(it, entry.before(), after)).toList();
    }

    private static Change change(String field, @Nullable Map<String, Object> before, Map<String, Object> after) {
        int place = place(field);
        var old = before == null ? null : before.get(field);
        return new Change(place < TITLES.size() ? TITLES.get(place).getValue() : field, old == null ? null : words(field, old),
                words(field, Objects.requireNonNull(after.get(field))));
    }

    /** Details of events that change no member. */
    private static Stream<Change> details(HistoryItem entry) {
        return switch (entry.type()) {
            case "organization.locale_changed" -> Stream
                    .of(new Change("Language", language(entry.text("from")), language(entry.text("to"))));
            case "api_token.created" -> Stream.of(new Change("Scopes", null, list(entry.text("scopes"))),
                    new Change("Valid until", null, moment(entry.text("expiresAt"))));
            case "invitation_mail.failed" -> Stream.of(new Change("Cause", null, list(entry.text("failure")).replace('_', ' ')),
                    new Change("Mail server", null, list(entry.text("status"))));
            default -> Stream.empty();
        };
    }

    private static String language(@Nullable String tag) {
        return Locale.forLanguageTag(Objects.toString(tag, "")).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Without the brackets of a list. */
    private static String list(@Nullable String values) {
        return Objects.toString(values, "").replaceAll("[\\[\\]]", "");
    }

    private static String moment(@Nullable String instant) {
        return instant == null ? "" : WORDS.moment(Instant.parse(instant));
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
