package roster.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

import roster.query.feed.FeedEvent;

/** Formats of files with events. */
public enum EventFormat {
    NDJSON(EventFormat.NDJSON_TYPE) {
        @Override
        EventFile begin(OutputStream to, JsonMapper json) {
            return JsonFile.lines(to, json.writerFor(FeedEvent.class));
        }
    },
    CSV(EventFormat.CSV_TYPE) {
        @Override
        EventFile begin(OutputStream to, JsonMapper json) throws IOException {
            return CsvFile.begin(to);
        }
    },
    /** A JSON array of CloudEvents. */
    BATCH(EventFormat.BATCH_TYPE) {
        @Override
        EventFile begin(OutputStream to, JsonMapper json) {
            return JsonFile.array(to, json.writerFor(PlainCloudEvent.class), PlainCloudEvent::of);
        }
    };

    public static final String BATCH_TYPE = "application/cloudevents-batch+json";
    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";

    private final MediaType type;

    EventFormat(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    MediaType type() {
        return new MediaType(type, StandardCharsets.UTF_8);
    }

    /** Begins a file in this format. */
    abstract EventFile begin(OutputStream to, JsonMapper json) throws IOException;

    /** The format of a media type that was negotiated. */
    static EventFormat of(MediaType type) {
        return Arrays.stream(values()).filter(it -> it.type.equalsTypeAndSubtype(type)).findAny().orElseThrow();
    }
}
