package roster.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import roster.console.service.ServiceRejected;

/** The time zone in which days and times of a page are entered and shown: that of the user's browser, or UTC when it is not known. */
public record UserZone(ZoneId id) {
    public static final UserZone UTC = new UserZone(ZoneId.of("UTC"));

    /** @param name name of a time zone, from the URL or the cookie; anything else is UTC */
    public static UserZone of(@Nullable String name) {
        return name != null && isKnown(name) ? new UserZone(ZoneId.of(name)) : UTC;
    }

    static boolean isKnown(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    public String name() {
        return id.getId().replace('_', ' ');
    }

    /** The last instant before a day, so that a range which excludes it begins with the day. */
    public Instant before(LocalDate day) {
        return start(day).minus(1, ChronoUnit.MICROS);
    }

    /** The last instant of a day. */
    public Instant end(LocalDate day) {
        return before(day.plusDays(1));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(id).toInstant();
    }

    /** @throws ServiceRejected for anything but a day, which names the field */
    public static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            throw ServiceRejected.malformed(field, "must be a date, such as 2027-12-31");
        }
    }

    /** @throws ServiceRejected for anything but a time of a day, which names the field */
    public Instant time(String field, String text) {
        try {
            return LocalDateTime.parse(text.strip()).atZone(id).toInstant();
        } catch (DateTimeParseException _) {
            throw ServiceRejected.malformed(field, "must be a day and a time, such as 2027-12-31T18:00");
        }
    }
}
