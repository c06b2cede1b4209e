package roster.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.local.Patience;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** Processes that start with a wrong master key. */
@OnSharedRoster
class KeyStoreTest {
    private static final String WRONG = "k1:H5s0Vq1mXw9Zr3nB7kT2yLcJ8pGdEaUf4oIiRtM6hNs=";
    private static final String OTHER = "k2:n7ZsP1xYkQ3vRr0aWq8LdUe5oGhTjB2mC9fIyX4wK6M=";

    @ParameterizedTest
    @ValueSource(strings = {"command-service", "query-service"})
    void with_the_wrong_master_key_a_service_refuses_to_start_and_says_which_it_is(String service, Roster roster) throws Exception {
        refuses(roster, service, WRONG, "ROSTER_MASTER_KEYS: the key 'k1' is not the one that the keys of members are sealed with");
        refuses(roster, service, OTHER, "ROSTER_MASTER_KEYS lacks the key 'k1', with which keys of members are sealed");
    }

    /** The service does not start, and logs one line without the key. */
    static void refuses(Roster roster, String service, String masterKeys, String why) throws Exception {
        try (var started = roster.another(service, "ROSTER_MASTER_KEYS", masterKeys)) {
            assertThat(started.exit().get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isNotZero();
            assertThat(started.lastWords().lines().filter(it -> it.contains("ERROR") || it.contains("Exception") || it.startsWith("\tat ")))
                    .singleElement().asString().contains("cannot start: " + why);
            assertThat(started.lastWords()).doesNotContain(masterKeys.substring(masterKeys.indexOf(':') + 1));
        }
    }
}
