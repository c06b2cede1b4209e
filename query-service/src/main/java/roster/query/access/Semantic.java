package roster.query.access;

import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;
import roster.query.decision.Decision;

/** Determines how many evaluations of a batch are executed. */
enum Semantic implements Word {
    EXECUTE_ALL(_ -> false),
    DENY_ON_FIRST_DENY(it -> !it.decision()),
    PERMIT_ON_FIRST_PERMIT(Decision::decision);

    private final Predicate<Decision> last;

    Semantic(Predicate<Decision> last) {
        this.last = last;
    }

    /** The decisions up to and including the first that ends the batch. */
    List<Decision> needed(List<Decision> decisions) {
        for (int i = 0; i < decisions.size(); i++) {
            if (last.test(decisions.get(i))) {
                return decisions.subList(0, i + 1);
            }
        }
        return decisions;
    }

    /** @throws IllegalArgumentException for an unknown value; the message lists the known ones */
    @JsonCreator
    static Semantic of(String text) {
        return Word.read(Semantic.class, text);
    }
}
