package roster.console.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import roster.contract.role.Role;

/** How things read on a page. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public String day(Instant instant) {
        return DAY.format(instant);
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    public String role(Role role) {
        return switch (role) {
            case ADMIN -> "Admin";
            case DEVELOPER -> "Developer";
            case ENDPOINT_USER -> "Endpoint User";
        };
    }

    /** What the published page says of it. */
    public String about(Role role) {
        return switch (role) {
            case ADMIN -> "Highest level of access: manages all resources, billing and members.";
            case DEVELOPER -> "Development and operations, without billing and user management.";
            case ENDPOINT_USER -> "Works with models that are already deployed: runs inference.";
        };
    }

    /** The first letters, for where there is no picture. */
    public String initials(String name) {
        var first = firstLetter(name);
        int last = name.lastIndexOf(' ');
        return last < 0 ? first : first + firstLetter(name.substring(last + 1));
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
