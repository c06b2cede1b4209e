package roster.systemtest.trial.judge;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import roster.systemtest.trial.driver.Company;
import roster.systemtest.trial.driver.Person;

/** I5: the views are what a fold of the store makes of its events, and show each member as the client knows it that changed the member. */
final class ViewCheck {
    private ViewCheck() {}

    /**
     * @param verification state of a run that has folded all events and compared the rows
     * @param shown        lines of members, as {@link Person#line()} has them
     */
    static Stream<String> faults(String verification, Collection<Company> companies, Set<String> shown) {
        var known = new HashSet<>(companies.stream().flatMap(it -> it.everyone().stream()).map(Person::line).toList());
        return Stream.of(verification.equals("verified") ? Stream.<String>empty() : Stream.of("the views are " + verification),
                difference("query-service does not show ", known, shown), difference("query-service shows ", shown, known))
                .flatMap(it -> it);
    }

    private static Stream<String> difference(String what, Set<String> these, Set<String> those) {
        return these.stream().filter(it -> !those.contains(it)).map(it -> what + it);
    }

    /** I8: what names an erased member is in no row and no log. */
    static Stream<String> traces(Collection<Company> companies, Set<String> found) {
        return erased(companies).filter(found::contains).map(it -> "of an erased member: " + it);
    }

    private static Stream<String> erased(Collection<Company> companies) {
        return companies.stream().flatMap(it -> it.everyone().stream()).filter(Person::isErased).map(Person::traces).flatMap(List::stream);
    }
}
