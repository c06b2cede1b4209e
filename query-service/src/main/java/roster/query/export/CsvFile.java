package roster.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.query.feed.FeedEvent;
import roster.query.http.Csv;

/** A CSV file with the columns of {@link CsvColumn}. */
final class CsvFile implements EventFile {
    private static final CsvColumn[] COLUMNS = CsvColumn.values();

    private final OutputStream to;

    private CsvFile(OutputStream to) {
        this.to = to;
    }

    static CsvFile begin(OutputStream to) throws IOException {
        var file = new CsvFile(to);
        file.line(Arrays.stream(COLUMNS).map(CsvColumn::title));
        return file;
    }

    @Override
    public void write(FeedEvent event) throws IOException {
        line(Arrays.stream(COLUMNS).map(it -> it.text(event)));
    }

    private void line(Stream<@Nullable String> cells) throws IOException {
        to.write(Csv.line(cells.map(it -> Objects.requireNonNullElse(it, ""))).getBytes(StandardCharsets.UTF_8));
    }
}
