package roster.query.export;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

import roster.query.feed.FeedEvent;
import roster.query.feed.FeedEvent.Audit;
import roster.query.history.ActingMember;

/**
 * An event of the feed in the JSON format of CloudEvents, whose attributes are texts: those of the audit are attributes of their own, and
 * {@code before} and {@code after} are texts of JSON.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlainCloudEvent(String specversion, UUID id, String source, String type, UUID subject, Instant time, String datacontenttype,
        String dataschema, String sequence, String position, int epoch, UUID store, int revision, UUID organization, @Nullable String actor,
        @JsonProperty("actorname") @Nullable String actorName, @JsonProperty("onbehalfof") @Nullable UUID onBehalfOf,
        @JsonProperty("onbehalfofname") @Nullable String onBehalfOfName, @Nullable UUID member,
        @JsonProperty("membername") @Nullable String memberName, @JsonProperty("tokenname") @Nullable String tokenName,
        @Nullable String reason, @Nullable String before,
        @Nullable String after, @JsonRawValue String data) {
    static PlainCloudEvent of(FeedEvent it) {
        var audit = it.audit();
        var principal = audit == null ? null : audit.onBehalfOf();
        var member = audit == null ? null : audit.member();
        return new PlainCloudEvent(it.specversion(), it.id(), it.source(), it.type(), it.subject(), it.time(), it.datacontenttype(),
                it.dataschema(), it.sequence(), it.position(), it.epoch(), it.store(), it.revision(), it.organization(),
                audit == null ? null : author(audit), audit == null ? null : audit.actor().name(),
                id(principal), name(principal), id(member), name(member), audit == null ? null : audit.tokenName(),
                audit == null ? null : audit.reason(),
                audit == null ? null : audit.before(), audit == null ? null : audit.after(), it.data());
    }

    /** As on Kafka. */
    private static String author(Audit audit) {
        return audit.actor().kind().value() + ":" + audit.actor().id();
    }

    private static @Nullable UUID id(@Nullable ActingMember member) {
        return member == null ? null : member.memberId();
    }

    private static @Nullable String name(@Nullable ActingMember member) {
        return member == null ? null : member.name();
    }
}
