package roster.query.access;

import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.query.http.Spelling;

/** How many of its evaluations a batch needs. */
enum Semantic {
    EXECUTE_ALL(_ -> false),
    DENY_ON_FIRST_DENY(it -> !it.decision()),
    PERMIT_ON_FIRST_PERMIT(Decision::decision);

    private final Predicate<Decision> last;

    Semantic(Predicate<Decision> last) {
        this.last = last;
    }

    /** Up to and with the first that settles it. */
    List<Decision> needed(List<Decision> decisions) {
        for (int i = 0; i < decisions.size(); i++) {
            if (last.test(decisions.get(i))) {
                return decisions.subList(0, i + 1);
            }
        }
        return decisions;
    }

    /** @throws IllegalArgumentException listing what there is, for anything else */
    @JsonCreator
    static Semantic of(String text) {
        return Spelling.read(Semantic.class, text);
    }
}
