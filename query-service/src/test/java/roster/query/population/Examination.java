package roster.query.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.MemberEvent;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.contract.stored.RecordedEvent;
import roster.query.Client;
import roster.query.IndependentViews;
import roster.query.Rows;
import roster.query.population.IndependentPast.State;

/** Asks the service about a population, and compares its answers with independent folds of the events. */
final class Examination {
    private static final List<String> ORDERS = List.of("name", "-name", "email", "-email", "since", "-since");
    private static final List<String> STATUSES = List.of("invited", "active", "suspended", "deleted");

    private final Client client;
    private final Populated populated;
    private final long seed;
    private final Random random;
    private final List<RecordedEvent> events;
    private final List<RecordedEvent> ofTokens;
    private final IndependentPast past;
    private final List<String> members;
    private final String path;

    Examination(Client client, Populated populated, Organization organization, long seed) {
        this.client = client;
        this.populated = populated;
        this.seed = seed;
        this.random = new Random(seed);
        this.events = populated.of(organization.id());
        this.ofTokens = events.stream().filter(it -> it.event() instanceof ApiTokenEvent).toList();
        this.past = new IndependentPast(events);
        this.members = past.memberIds();
        this.path = "/organizations/" + organization.slug();
    }

    private Client.Response get(String query) {
        return client.get(path + query, "Consistency-Token", "" + populated.lastPosition());
    }

    /** Every row of every view, of all organizations. */
    static void views(Populated populated) {
        var expected = new IndependentViews(populated.events());
        var organizations = populated.population().organizations().stream().map(Organization::id).collect(Collectors.toSet());
        for (var table : Rows.TABLES) {
            assertThat(RowHashes.difference(() -> expected.stream(table).map(RowHashes::text),
                    () -> RowHashes.live(populated.database(), table, organizations))).as(table).isEmpty();
        }
    }

    /** Reads the feed by its cursor, which gives each event once and in order. */
    void feed(int limit) {
        var seen = new ArrayList<String>();
        var query = "/events?limit=" + limit;
        var page = get(query);
        seen.addAll(page.each("/position"));
        while (page.body().at("/more").asBoolean()) {
            page = get(query + "&after=" + page.text("/next"));
            seen.addAll(page.each("/position"));
        }
        assertThat(seen).isEqualTo(events.stream().map(it -> "" + it.position()).toList());
    }

    /** Moments at random: a page of members and the next, a member with permissions (often the one who has just changed), roles, and tokens. */
    void asOf(int moments) {
        for (int i = 0; i < moments; i++) {
            var event = any(random.nextInt(5) == 0 && !ofTokens.isEmpty() ? ofTokens : events);
            var moment = "asOf=" + (random.nextBoolean() ? event.recordedAt() : event.position());
            list(moment, event.position());
            member(random.nextBoolean() && event.event() instanceof MemberEvent ? "" + event.aggregateId() : any(members), moment,
                    event.position());
            assertThat(counts(get("/roles?" + moment))).as("seed %d, %s", seed, moment).isEqualTo(past.counts(event.position()));
            tokens(moment, event.position(), event.recordedAt());
        }
    }

    private void list(String moment, long position) {
        var order = any(ORDERS);
        Predicate<State> filter = State::isMember;
        var query = "/members?limit=" + (1 + random.nextInt(50)) + "&order=" + order + "&" + moment;
        if (random.nextInt(3) == 0) {
            var status = any(STATUSES);
            filter = it -> it.status().equals(status);
            query += "&status=" + status;
        }
        if (random.nextInt(3) == 0) {
            var role = any(List.of(Role.values())).value();
            filter = filter.and(it -> it.role().equals(role));
            query += "&role=" + role;
        }
        if (random.nextInt(4) == 0) {
            var invitation = any(List.of("pending", "accepted", "expired"));
            filter = filter.and(it -> it.invitation().equals(invitation));
            query += "&invitation=" + invitation;
        }
        if (random.nextInt(3) == 0) {
            var words = Stream.generate(this::partOfSomeText).limit(1 + random.nextInt(2)).toList();
            filter = filter.and(it -> words.stream().allMatch(word -> it.nameKey().contains(word) || it.emailKey().contains(word)));
            query += "&q=" + URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
        }
        var expected = past.list(position, order, filter).stream().map(this::told).toList();
        var first = get(query);
        var rows = told(first);
        if (!first.body().path("next").isNull()) {
            rows.addAll(told(get(query + "&after=" + first.text("/next"))));
        }
        assertThat(rows).as("seed %d, %s", seed, query).isEqualTo(expected.subList(0, Math.min(rows.size(), expected.size())));
        assertThat(rows.size() == expected.size() || !first.body().path("next").isNull()).as("seed %d, %s ends", seed, query).isTrue();
    }

    /** One to five characters of a word in the name or the address that some member has or had. */
    private String partOfSomeText() {
        var state = past.any(random);
        var words = (random.nextBoolean() ? state.nameKey() : state.emailKey()).split(" ", -1);
        var word = words[random.nextInt(words.length)];
        int from = random.nextInt(Math.max(1, word.length() - 1));
        return word.substring(from, Math.min(word.length(), from + 1 + random.nextInt(5)));
    }

    private void member(String id, String moment, long position) {
        var one = get("/members/" + id + "?" + moment);
        var may = get("/members/" + id + "/permissions?" + moment);
        var expected = past.member(id, position);
        assertThat(one.status()).as("seed %d, %s, %s", seed, id, moment).isEqualTo(expected.isPresent() ? 200 : 404);
        assertThat(may.status()).as("seed %d, %s, %s", seed, id, moment).isEqualTo(one.status());
        expected.ifPresent(it -> {
            assertThat(told(one.body())).as("seed %d, %s", seed, moment).isEqualTo(told(it));
            assertThat(may.body().path("permissions").valueStream().map(JsonNode::asString).toList())
                    .as("seed %d, %s, %s", seed, id, moment)
                    .containsExactlyInAnyOrderElementsOf(permissions(it));
        });
    }

    private static List<String> permissions(State it) {
        return it.status().equals("active") ? Role.of(it.role()).permissions().stream().map(Permission::value).toList() : List.of();
    }

    private void tokens(String moment, long position, Instant at) {
        var expected = past.tokens(position, at);
        assertThat(get("/api-tokens?limit=200&" + moment).each("/tokenId")).as("seed %d, %s", seed, moment)
                .isEqualTo(expected.subList(0, Math.min(200, expected.size())));
    }

    private static List<String> told(Client.Response page) {
        return page.body().path("data").valueStream().map(Examination::told).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String told(JsonNode it) {
        return String.join(" ", it.at("/memberId").asString(), it.at("/role").asString(), it.at("/status").asString(),
                it.at("/version").asString(), it.at("/erased").asString(), Objects.toString(it.at("/name").asString(null)),
                Objects.toString(it.at("/email").asString(null)), it.at("/invitation/status").asString(),
                it.at("/invitation/issue").asString());
    }

    private String told(State it) {
        return String.join(" ", it.id(), it.role(), it.status(), "" + it.version(), "" + past.isErased(it.id()), "" + it.name(),
                "" + it.email(), it.invitation(), "" + it.issue());
    }

    private static Map<String, Long> counts(Client.Response roles) {
        var counts = new HashMap<String, Long>();
        roles.body().path("data").forEach(role -> role.path("members").propertyStream().filter(it -> it.getValue().asLong() > 0)
                .forEach(it -> counts.put(role.path("role").asString() + " " + it.getKey(), it.getValue().asLong())));
        return counts;
    }

    /** @param longest number of events between two states */
    void differences(int pairs, int longest) {
        for (int i = 0; i < pairs; i++) {
            int one = random.nextInt(events.size());
            int other = Math.min(events.size() - 1, one + random.nextInt(longest));
            var from = events.get(one);
            var to = events.get(other);
            var query = "/diff?limit=200&from=" + from.position() + "&to=" + to.recordedAt();
            assertThat(differences(query)).as("seed %d, %s", seed, query).isEqualTo(past.differences(from.position(), to.position()));
        }
    }

    private Map<String, String> differences(String query) {
        var differences = new TreeMap<String, String>();
        for (var page = get(query);; page = get(query + "&after=" + page.text("/next"))) {
            page.body().path("data")
                    .forEach(it -> assertThat(differences.put(it.at("/memberId").asString(), it.at("/change").asString())).isNull());
            if (page.body().path("next").isNull()) {
                return differences;
            }
        }
    }

    void checksums(int ranges) {
        for (int i = 0; i < ranges; i++) {
            int first = random.nextInt(events.size());
            int last = first + random.nextInt(events.size() - first);
            var range = get("/events/checksum?from=" + events.get(first).position() + "&to=" + events.get(last).recordedAt());
            assertThat(range.text("/count")).as("seed %d", seed).isEqualTo("" + (last - first));
            assertThat(range.text("/checksum")).as("seed %d", seed).isEqualTo(past.checksum(first + 1, last + 1));
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static Stream<Organization> some(Populated populated) {
        return populated.population().organizations().stream().limit(2);
    }
}
