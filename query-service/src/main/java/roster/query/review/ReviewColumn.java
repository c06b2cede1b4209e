package roster.query.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Scope;
import roster.contract.word.Word;
import roster.query.history.ActingMember;
import roster.query.http.Csv;
import roster.query.review.ReviewedAccess.Confirmation;

/**
 * Columns of the CSV file of an access review. All but the last two follow from the record, so that the file can be reproduced. A new column
 * changes the checksum of every manifest.
 */
enum ReviewColumn {
    KIND(it -> it.kind().value()),
    ID(it -> it.id().toString()),
    NAME(ReviewedAccess::name),
    EMAIL(ReviewedAccess::email),
    STATUS(it -> word(it.status())),
    ROLE(it -> word(it.role())),
    SCOPES(it -> it.scopes().stream().map(Scope::value).collect(Collectors.joining(" "))),
    OWNER_ID(it -> text(it.ownerId())),
    EXPIRES_AT(it -> text(it.expiresAt())),
    ERASED(it -> Boolean.toString(it.erased())),
    GRANTED_AT(granted(it -> it.recordedAt().toString())),
    GRANTED_POSITION(granted(ReviewedEvent::position)),
    GRANTED_EVENT(granted(ReviewedEvent::type)),
    GRANTED_BY_KIND(granted(it -> it.actor().kind().value())),
    GRANTED_BY_ID(granted(it -> it.actor().id())),
    GRANTED_BY_NAME(granted(it -> it.actor().name())),
    GRANTED_ON_BEHALF_OF_ID(granted(it -> inWhoseName(it, member -> member.memberId().toString()))),
    GRANTED_ON_BEHALF_OF_NAME(granted(it -> inWhoseName(it, ActingMember::name))),
    GRANTED_REASON(granted(ReviewedEvent::reason)),
    CHANGED_AT(it -> it.lastChange().recordedAt().toString()),
    CHANGED_POSITION(it -> it.lastChange().position()),
    CHANGED_EVENT(it -> it.lastChange().type()),
    CHANGED_BY_KIND(it -> it.lastChange().actor().kind().value()),
    CHANGED_BY_ID(it -> it.lastChange().actor().id()),
    CHANGED_BY_NAME(it -> it.lastChange().actor().name()),
    CONFIRMED_AT(confirmed(it -> it.event().recordedAt().toString())),
    CONFIRMED_POSITION(confirmed(it -> it.event().position())),
    CONFIRMED_ROLE(confirmed(it -> it.role().value())),
    CONFIRMED_BY_KIND(confirmed(it -> it.event().actor().kind().value())),
    CONFIRMED_BY_ID(confirmed(it -> it.event().actor().id())),
    CONFIRMED_BY_NAME(confirmed(it -> it.event().actor().name())),
    CONFIRMED_REASON(confirmed(it -> it.event().reason())),
    LAST_SIGN_IN_AT(it -> text(it.lastSignInAt())),
    LAST_TOKEN_USE_AT(it -> text(it.lastTokenUseAt()));

    private final Function<ReviewedAccess, @Nullable String> value;

    ReviewColumn(Function<ReviewedAccess, @Nullable String> value) {
        this.value = value;
    }

    /** @param usage true to include what cannot be reproduced */
    static String head(boolean usage) {
        return Csv.line(columns(usage).map(it -> it.name().toLowerCase(Locale.ROOT)));
    }

    static String line(ReviewedAccess access, boolean usage) {
        return Csv.line(columns(usage).map(it -> Objects.requireNonNullElse(it.value.apply(access), "")));
    }

    private static Stream<ReviewColumn> columns(boolean usage) {
        return Arrays.stream(values()).filter(it -> usage || it.compareTo(LAST_SIGN_IN_AT) < 0);
    }

    private static @Nullable String word(@Nullable Word word) {
        return word == null ? null : word.value();
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }

    private static Function<ReviewedAccess, @Nullable String> granted(Function<ReviewedEvent, @Nullable String> value) {
        return it -> value.apply(it.granted());
    }

    private static Function<ReviewedAccess, @Nullable String> confirmed(Function<Confirmation, @Nullable String> value) {
        return it -> it.confirmation() == null ? null : value.apply(it.confirmation());
    }

    private static @Nullable String inWhoseName(ReviewedEvent event, Function<ActingMember, @Nullable String> value) {
        return event.onBehalfOf() == null ? null : value.apply(event.onBehalfOf());
    }
}
