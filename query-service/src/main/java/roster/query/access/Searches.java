package roster.query.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import roster.query.access.SearchRequest.Page;
import roster.query.access.SearchResults.ResultPage;
import roster.query.decision.Asker;
import roster.query.decision.Decisions;
import roster.query.decision.Item.Evaluation;
import roster.query.generation.LiveViews;
import roster.query.http.Cursors;

/** Searches among candidates for those whose access evaluation permits. */
@Component
final class Searches {
    private final Decisions decisions;
    private final LiveViews database;
    private final Cursors cursors;
    private final JsonMapper canonical;

    Searches(Decisions decisions, LiveViews database, Cursors cursors, JsonMapper json) {
        this.decisions = decisions;
        this.database = database;
        this.cursors = cursors;
        this.canonical = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }

    /** @param key id or name, by which candidates are ordered */
    record Candidate<T>(String key, T found, Evaluation evaluation) {}

    /**
     * Answers a search.
     *
     * @param candidates the next candidates after a key, in order; none after the last
     * @param question   the search without its page
     */
    <T> SearchResults<T> search(Asker asker, @Nullable Page page, Function<String, List<Candidate<T>>> candidates,
            @Nullable Object... question) {
        var asked = canonical.writeValueAsString(Arrays.asList(question));
        var place = SearchPlace.of(Objects.requireNonNullElse(page, new Page(null, null)), asked, cursors);
        var found = database.admitted(() -> permitted(asker, place, candidates));
        boolean more = found.size() > place.limit();
        var results = more ? found.subList(0, place.limit()) : found;
        var last = results.isEmpty() ? place.after() : results.getLast().key;
        return new SearchResults<>(new ResultPage(more ? place.token(last, asked, cursors) : "", results.size()), null,
                results.stream().map(Candidate::found).toList());
    }

    /** One more than the page has, if there is one. */
    private <T> List<Candidate<T>> permitted(Asker asker, SearchPlace place, Function<String, List<Candidate<T>>> candidates) {
        var found = new ArrayList<Candidate<T>>();
        var batch = candidates.apply(place.after());
        while (!batch.isEmpty() && found.size() <= place.limit()) {
            var decided = decisions.decide(asker, batch.stream().map(Candidate::evaluation).toList());
            for (int i = 0; i < batch.size(); i++) {
                if (decided.get(i).decision()) {
                    found.add(batch.get(i));
                }
            }
            batch = candidates.apply(batch.getLast().key);
        }
        return found;
    }
}
