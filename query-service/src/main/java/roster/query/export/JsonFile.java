package roster.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;

import roster.query.feed.FeedEvent;

/** A file with JSON: one value in each line, or an array. One generator writes all of it, which is cheaper than one for each event. */
final class JsonFile implements EventFile {
    private final OutputStream to;
    private final SequenceWriter values;
    private final Function<FeedEvent, ?> value;
    private final String end;
    private boolean isEmpty = true;

    private JsonFile(OutputStream to, SequenceWriter values, Function<FeedEvent, ?> value, String end) {
        this.to = to;
        this.values = values;
        this.value = value;
        this.end = end;
    }

    /** @param writer of events */
    static JsonFile lines(OutputStream to, ObjectWriter writer) {
        return new JsonFile(to, unflushed(writer).withRootValueSeparator("\n").writeValues(to), Function.identity(), "\n");
    }

    /** @param writer of the values */
    static JsonFile array(OutputStream to, ObjectWriter writer, Function<FeedEvent, ?> value) {
        return new JsonFile(to, unflushed(writer).writeValuesAsArray(to), value, "");
    }

    private static ObjectWriter unflushed(ObjectWriter writer) {
        return writer.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void write(FeedEvent event) {
        values.write(value.apply(event));
        isEmpty = false;
    }

    @Override
    public void flush() {
        values.flush();
    }

    @Override
    public void end() throws IOException {
        values.close();
        if (!isEmpty) {
            to.write(end.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
