package roster.query.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

import roster.query.feed.FeedEvent;
import roster.query.http.Csv;

/** Formats of files with events. */
enum EventFormat {
    NDJSON(EventFormat.NDJSON_TYPE) {
        @Override
        void write(FeedEvent event, boolean first, OutputStream to, JsonMapper json) throws IOException {
            to.write(json.writeValueAsBytes(event));
            to.write('\n');
        }
    },
    CSV(EventFormat.CSV_TYPE) {
        @Override
        void begin(OutputStream to) throws IOException {
            line(Arrays.stream(CsvColumn.values()).map(CsvColumn::title), to);
        }

        @Override
        void write(FeedEvent event, boolean first, OutputStream to, JsonMapper json) throws IOException {
            line(Arrays.stream(CsvColumn.values()).map(it -> it.text(event)), to);
        }
    },
    /** A JSON array of CloudEvents. */
    BATCH(EventFormat.BATCH_TYPE) {
        @Override
        void begin(OutputStream to) throws IOException {
            to.write('[');
        }

        @Override
        void write(FeedEvent event, boolean first, OutputStream to, JsonMapper json) throws IOException {
            if (!first) {
                to.write(',');
            }
            to.write(json.writeValueAsBytes(PlainCloudEvent.of(event)));
        }

        @Override
        void end(OutputStream to) throws IOException {
            to.write(']');
        }
    };

    static final String BATCH_TYPE = "application/cloudevents-batch+json";
    static final String NDJSON_TYPE = "application/x-ndjson";
    static final String CSV_TYPE = "text/csv";

    private final MediaType type;

    EventFormat(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    MediaType type() {
        return new MediaType(type, StandardCharsets.UTF_8);
    }

    void begin(OutputStream to) throws IOException {}

    void end(OutputStream to) throws IOException {}

    /** The format of a media type that was negotiated. */
    static EventFormat of(MediaType type) {
        return Arrays.stream(values()).filter(it -> it.type.equalsTypeAndSubtype(type)).findAny().orElseThrow();
    }

    abstract void write(FeedEvent event, boolean first, OutputStream to, JsonMapper json) throws IOException;

    private static void line(Stream<@Nullable String> cells, OutputStream to) throws IOException {
        to.write(Csv.line(cells.map(it -> Objects.requireNonNullElse(it, ""))).getBytes(StandardCharsets.UTF_8));
    }
}
