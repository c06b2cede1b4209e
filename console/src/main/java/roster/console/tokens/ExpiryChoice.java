package roster.console.tokens;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/** Choices for the expiry of a token. Templates use the names. */
enum ExpiryChoice {
    MONTH("30 days"),
    QUARTER("90 days"),
    YEAR("365 days"),
    DAY("On a date"),
    NEVER("Never");

    private final String title;

    ExpiryChoice(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /**
     * @param opened time at which the form was opened, so that sending it again gives the same expiry
     * @param day    last day of validity, in UTC; null for none
     */
    @Nullable
    Instant after(Instant opened, @Nullable LocalDate day) {
        return switch (this) {
            case MONTH -> opened.plus(Period.ofDays(30));
            case QUARTER -> opened.plus(Period.ofDays(90));
            case YEAR -> opened.plus(Period.ofDays(365));
            case DAY -> day == null ? opened : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case NEVER -> null;
        };
    }
}
