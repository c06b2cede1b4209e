package roster.systemtest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** Calls every route of both services with every kind of credential. */
@OnSharedRoster
class RoutesTest {
    private static final List<Route> ROUTES = Stream.of("command-service", "query-service").flatMap(Route::of).toList();

    @Test
    void every_route_says_what_it_needs() {
        assertThat(ROUTES.stream().map(Route::toString).collect(Collectors.toSet())).isEqualTo(Need.OF_ROUTES.keySet());
    }

    @Test
    void every_route_admits_exactly_the_callers_in_the_table(Roster roster) {
        var house = House.built(roster);
        var wrong = new ArrayList<String>();
        for (var route : ROUTES) {
            for (var bearer : house.bearers()) {
                var expected = Expectation.of(route, Need.of(route), bearer);
                var answer = house.knock(route, bearer);
                if (!expected.isMetBy(route, answer.status())) {
                    wrong.add(route + " by " + bearer + ": expected " + expected + " but got " + answer.status() + " " + answer.body());
                }
            }
        }

        assertThat(house.bearers()).hasSizeGreaterThan(15);
        assertThat(wrong).isEmpty();
    }
}
