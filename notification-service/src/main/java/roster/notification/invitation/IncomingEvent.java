package roster.notification.invitation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import roster.contract.event.Event;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.stored.EventJson;
import roster.tracing.TraceParent;

/**
 * An event read from a record of the topic.
 *
 * @param traceparent the trace that it continues; null for none
 */
record IncomingEvent(UUID eventId, long sequence, Instant recordedAt, Event event, @Nullable String traceparent) {
    /** Far above the size of any event. */
    private static final int LONGEST = 256 * 1024;

    /** @throws UnreadableRecord for a record that is not an event, or has a form that this version does not know */
    static IncomingEvent of(ConsumerRecord<byte[], byte @Nullable []> record) {
        var type = header(record, MemberEventsTopic.TYPE, MemberEventsTopic::eventType);
        int revision = header(record, MemberEventsTopic.REVISION, Integer::parseInt);
        return new IncomingEvent(
                header(record, MemberEventsTopic.ID, UUID::fromString),
                header(record, MemberEventsTopic.SEQUENCE, Long::parseLong),
                header(record, MemberEventsTopic.TIME, it -> OffsetDateTime.parse(it).toInstant()),
                event(() -> EventJson.read(type, revision, json(record.value()))), traceparent(record));
    }

    /** The same event as part of a trace. */
    IncomingEvent within(@Nullable String span) {
        return new IncomingEvent(eventId, sequence, recordedAt, event, span);
    }

    /** Null also when it is not valid: it says nothing of the event. */
    private static @Nullable String traceparent(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader(MemberEventsTopic.TRACE_CONTEXT);
        var text = header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        return TraceParent.isValid(text) ? text : null;
    }

    private static Event event(Supplier<Event> reading) {
        try {
            @Nullable Event event = reading.get();
            if (event == null) {
                throw new UnreadableRecord("the JSON of nothing");
            }
            return event;
        } catch (JacksonException e) {
            throw new UnreadableRecord("not the JSON of that event: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord(String.valueOf(e.getMessage()));
        }
    }

    private static String json(byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableRecord("no value");
        }
        if (value.length > LONGEST) {
            throw new UnreadableRecord("longer than " + LONGEST + " bytes");
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private static <T> T header(ConsumerRecord<?, ?> record, String name, Function<String, T> meaning) {
        var header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableRecord("no header " + name);
        }
        try {
            return meaning.apply(new String(header.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableRecord("header " + name + ": " + e.getMessage());
        }
    }
}
