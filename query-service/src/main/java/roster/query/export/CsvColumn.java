package roster.query.export;

import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import roster.query.feed.FeedEvent;
import roster.query.feed.FeedEvent.Audit;
import roster.query.history.ActingMember;
import roster.query.history.Who;

/** Columns of a CSV file with events. Those of the audit are empty without {@code audit.read}. */
enum CsvColumn {
    POSITION(FeedEvent::position),
    ID(it -> it.id().toString()),
    TIME(it -> it.time().toString()),
    TYPE(FeedEvent::type),
    ORGANIZATION(it -> it.organization().toString()),
    SUBJECT(it -> it.subject().toString()),
    SEQUENCE(FeedEvent::sequence),
    ACTOR_KIND(author(it -> it.kind().value())),
    ACTOR_ID(author(Who::id)),
    ACTOR_NAME(author(Who::name)),
    ON_BEHALF_OF_ID(inWhoseName(it -> it.memberId().toString())),
    ON_BEHALF_OF_NAME(inWhoseName(ActingMember::name)),
    MEMBER_ID(concerned(it -> it.memberId().toString())),
    MEMBER_NAME(concerned(ActingMember::name)),
    TOKEN_NAME(audit(Audit::tokenName)),
    REASON(audit(Audit::reason)),
    BEFORE(audit(Audit::before)),
    AFTER(audit(Audit::after)),
    DATA(FeedEvent::data);

    private final Function<FeedEvent, @Nullable String> value;

    CsvColumn(Function<FeedEvent, @Nullable String> value) {
        this.value = value;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String text(FeedEvent event) {
        return value.apply(event);
    }

    private static Function<FeedEvent, @Nullable String> audit(Function<Audit, @Nullable String> value) {
        return it -> it.audit() == null ? null : value.apply(it.audit());
    }

    private static Function<FeedEvent, @Nullable String> author(Function<Who, @Nullable String> value) {
        return audit(it -> value.apply(it.actor()));
    }

    private static Function<FeedEvent, @Nullable String> inWhoseName(Function<ActingMember, @Nullable String> value) {
        return audit(it -> it.onBehalfOf() == null ? null : value.apply(it.onBehalfOf()));
    }

    private static Function<FeedEvent, @Nullable String> concerned(Function<ActingMember, @Nullable String> value) {
        return audit(it -> it.member() == null ? null : value.apply(it.member()));
    }
}
