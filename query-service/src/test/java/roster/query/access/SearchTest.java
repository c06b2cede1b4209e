package roster.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

/** The searches, compared with access evaluations and with the published table: for members of every role and status and tokens of every scope. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private final Acme acme = Acme.named("acme");
    private final Acme other = Acme.named("other");
    private final String here = entity("organization", acme.organization().slug());
    /** Permitted actions by id. */
    private final Map<UUID, Set<String>> members = new LinkedHashMap<>();
    private final Map<UUID, Set<String>> tokens = new LinkedHashMap<>();

    @Autowired Client client;
    @Autowired Recorder recorder;

    static Stream<String> actions() {
        return PermissionTable.all().stream();
    }

    @BeforeAll
    void organizations_have_members_and_tokens_of_every_kind() {
        recorder.record(other.id(), other.founded());
        recorder.record(other.id(), other.token(UUID.randomUUID(), null, Scope.values()));
        recorder.record(acme.id(), acme.founded());
        members.put(acme.ada(), PermissionTable.of(Role.ADMIN));
        for (var role : Role.values()) {
            var owner = joined(role);
            members.put(owner, PermissionTable.of(role));
            members.put(joined(role), PermissionTable.of(role));
            for (var scope : Scope.values()) {
                var both = PermissionTable.of(scope).stream().filter(PermissionTable.of(role)::contains).collect(Collectors.toSet());
                tokens.put(token(owner, scope), both);
            }
            withoutRights(role);
        }
        Stream.of(Scope.values()).forEach(this::tokenFor);
        var revoked = token(null, Scope.values());
        recorder.record(acme.id(), new ApiTokenRevoked(revoked, null));
        tokens.put(revoked, Set.of());
    }

    private void withoutRights(Role role) {
        var invited = UUID.randomUUID();
        recorder.record(acme.id(), acme.invited(invited, "Only Invited", role));
        var suspended = joined(role);
        var deleted = joined(role);
        Stream.of(suspended, deleted).forEach(it -> tokens.put(token(it, Scope.values()), Set.of()));
        recorder.record(acme.id(), new MemberSuspended(suspended));
        recorder.record(acme.id(), new MemberDeleted(deleted, MemberStatus.ACTIVE));
        Stream.of(invited, suspended, deleted).forEach(it -> members.put(it, Set.of()));
    }

    private UUID tokenFor(Scope scope) {
        var token = token(null, scope);
        tokens.put(token, PermissionTable.of(scope));
        return token;
    }

    private UUID joined(Role role) {
        var member = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(member, "Grace Hopper", role));
        return member;
    }

    private UUID token(@Nullable UUID owner, Scope... scopes) {
        var token = UUID.randomUUID();
        recorder.record(acme.id(), acme.token(token, owner, scopes));
        return token;
    }

    private Map<UUID, Set<String>> all(String type) {
        return type.equals("member") ? members : tokens;
    }

    private static Client.Response post(Client asker, String api, String body) {
        return asker.post("/access/v1/" + api, body, "Content-Type", "application/json");
    }

    private Client.Response search(String searched, String body) {
        var answer = post(client, "search/" + searched, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body().path("results").isArray()).isTrue();
        assertThat(answer.body().at("/page/next_token").isString()).isTrue();
        assertThat(answer.body().at("/page/count").asInt()).isEqualTo(answer.body().path("results").size());
        return answer;
    }

    private static List<String> found(Client.Response answer, String field) {
        return answer.body().path("results").valueStream().map(it -> it.path(field).asString()).toList();
    }

    private static String entity(String type, Object id) {
        return "{\"type\":\"%s\",\"id\":\"%s\"}".formatted(type, id);
    }

    private static String subjects(String type, String action, String resource) {
        return "{\"subject\":{\"type\":\"%s\"},\"action\":{\"name\":\"%s\"},\"resource\":%s}".formatted(type, action, resource);
    }

    private static String actions(String subject, String resource) {
        return "{\"subject\":%s,\"resource\":%s}".formatted(subject, resource);
    }

    private static String resources(String subject, String action, String type) {
        return "{\"subject\":%s,\"action\":{\"name\":\"%s\"},\"resource\":{\"type\":\"%s\"}}".formatted(subject, action, type);
    }

    /** The ids of those whose access evaluation permits the action. */
    private Set<String> evaluated(String type, String action) {
        var ids = List.copyOf(all(type).keySet());
        var evaluations = ids.stream().map(it -> "{\"subject\":" + entity(type, it) + "}").collect(Collectors.joining(","));
        var decided = post(client, "evaluations", "{\"action\":{\"name\":\"%s\"},\"resource\":%s,\"evaluations\":[%s]}"
                .formatted(action, here, evaluations)).body().path("evaluations");
        assertThat(decided).hasSameSizeAs(ids);
        var permitted = new TreeSet<String>();
        for (int i = 0; i < ids.size(); i++) {
            if (decided.path(i).path("decision").asBoolean()) {
                permitted.add(ids.get(i).toString());
            }
        }
        return permitted;
    }

    @ParameterizedTest
    @MethodSource("actions")
    void the_subjects_that_are_found_are_those_whose_evaluation_permits(String action) {
        for (var type : List.of("member", "api_token")) {
            var published = all(type).entrySet().stream().filter(it -> it.getValue().contains(action)).map(it -> it.getKey().toString())
                    .collect(Collectors.toSet());

            var answer = search("subject", subjects(type, action, here));

            assertThat(found(answer, "id")).as(type).isSorted().doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(published).containsExactlyInAnyOrderElementsOf(evaluated(type, action));
            assertThat(found(answer, "type")).containsOnly(published.isEmpty() ? new String[0] : new String[]{type});
            assertThat(answer.text("/page/next_token")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "api_token"})
    void the_actions_that_are_found_are_those_whose_evaluation_permits(String type) {
        for (var resource : List.of(here, "{\"type\":\"model\",\"id\":\"m\",\"properties\":{\"organization\":\"" + acme.id() + "\"}}")) {
            all(type).forEach((id, permitted) -> assertThat(found(search("action", actions(entity(type, id), resource)), "name"))
                    .isSorted().containsExactlyInAnyOrderElementsOf(permitted));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "api_token"})
    void the_organizations_that_are_found_are_those_whose_evaluation_permits(String type) {
        all(type).forEach((id, permitted) -> {
            for (var action : List.of("inference.run", "members.manage", "decisions.read", "audit.read")) {
                assertThat(found(search("resource", resources(entity(type, id), action, "organization")), "id")).as(action)
                        .isEqualTo(permitted.contains(action) ? List.of(acme.id().toString()) : List.of());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"subject, 1", "subject, 3", "subject, 4", "action, 1", "action, 7", "resource, 1"})
    void pages_are_the_whole_result_in_order(String searched, int limit) {
        var body = switch (searched) {
            case "subject" -> subjects("member", "inference.run", here);
            case "action" -> actions(entity("member", acme.ada()), here);
            default -> resources(entity("member", acme.ada()), "inference.run", "organization");
        };
        var whole = search(searched, body).body().path("results").valueStream().map(Object::toString).toList();
        var seen = new ArrayList<String>();
        var page = search(searched, withPage(body, "\"limit\":" + limit));
        while (true) {
            assertThat(page.body().path("results").size()).isLessThanOrEqualTo(limit);
            page.body().path("results").valueStream().map(Object::toString).forEach(seen::add);
            if (page.text("/page/next_token").isEmpty()) {
                break;
            }
            assertThat(page.body().path("results").size()).isEqualTo(limit);
            page = search(searched, withPage(body, "\"token\":\"" + page.text("/page/next_token") + "\""));
        }

        assertThat(seen).isEqualTo(whole).isNotEmpty();
    }

    private static String withPage(String body, String page) {
        return body.substring(0, body.length() - 1) + ",\"page\":{" + page + "}}";
    }

    @Test
    void pages_go_on_while_others_join() {
        var crowd = Acme.named("crowd");
        recorder.record(crowd.id(), crowd.founded());
        for (int i = 0; i < 9; i++) {
            recorder.record(crowd.id(), crowd.joined(UUID.randomUUID(), "Grace Hopper", Role.DEVELOPER));
        }
        var body = subjects("member", "models.pull", entity("organization", crowd.id()));
        var before = found(search("subject", body), "id");
        var seen = new ArrayList<String>();
        var page = search("subject", withPage(body, "\"limit\":3"));
        while (true) {
            seen.addAll(found(page, "id"));
            if (page.text("/page/next_token").isEmpty()) {
                break;
            }
            recorder.record(crowd.id(), crowd.joined(UUID.randomUUID(), "Grace Hopper", Role.DEVELOPER));
            page = search("subject", withPage(body, "\"token\":\"" + page.text("/page/next_token") + "\",\"limit\":3"));
        }

        assertThat(before).hasSize(10);
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void a_token_is_of_one_search_and_its_limit() {
        var body = subjects("member", "inference.run", here);
        var token = search("subject", withPage(body, "\"limit\":2")).text("/page/next_token");
        var next = "\"token\":\"" + token + "\"";
        assertThat(token).isNotEmpty();

        isRefused("subject", withPage(body, next + ",\"limit\":3"), "/page/limit");
        isRefused("subject", withPage(subjects("member", "models.pull", here), next), "/page/token");
        isRefused("subject", withPage(subjects("api_token", "inference.run", here), next), "/page/token");
        isRefused("subject", withPage(subjects("member", "inference.run", entity("organization", other.id())), next), "/page/token");
        isRefused("subject", withPage(body.substring(0, body.length() - 1) + ",\"context\":{\"a\":1}}", next), "/page/token");
        isRefused("action", withPage(actions(entity("member", acme.ada()), here), next), "/page/token");
        for (var rubbish : List.of("rubbish", "", "\u00e9")) {
            isRefused("subject", withPage(body, "\"token\":\"" + rubbish + "\""), "/page/token");
        }
        assertThat(
                search("subject", withPage(body, next + ",\"limit\":2,\"properties\":{\"a\":1},\"foo\":2")).body().path("results").size())
                .isEqualTo(2);
    }

    @Test
    void a_limit_is_a_number_of_results() {
        var body = subjects("member", "inference.run", here);
        for (var bad : List.of("-1", "\"1\"", "1.5", "true", "99999999999", "{}")) {
            isRefused("subject", withPage(body, "\"limit\":" + bad), "/page/limit");
        }
        isRefused("subject", body.substring(0, body.length() - 1) + ",\"page\":1}", "/page");
        var none = search("subject", withPage(body, "\"limit\":0"));
        assertThat(none.body().path("results").size()).isZero();
        assertThat(none.text("/page/next_token")).isNotEmpty();
        assertThat(search("subject", withPage(body, "\"limit\":1000000")).text("/page/next_token")).isEmpty();
        assertThat(search("subject", body.substring(0, body.length() - 1) + ",\"page\":null}").text("/page/next_token")).isEmpty();
    }

    private void isRefused(String searched, String body, String pointer) {
        var answer = post(client, "search/" + searched, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).as(body).isEqualTo(pointer);
    }

    @Test
    void the_id_of_what_is_searched_for_is_ignored_as_are_context_and_unknown_fields() {
        var body = subjects("member", "audit.read", here);
        var found = search("subject", body).body();

        for (var id : List.of("\"" + UUID.randomUUID() + "\"", "7", "null")) {
            assertThat(search("subject", body.replace("{\"type\":\"member\"", "{\"type\":\"member\",\"id\":" + id)).body())
                    .isEqualTo(found);
        }
        assertThat(search("subject", body.substring(0, body.length() - 1) + ",\"context\":{\"ip\":\"192.168.1.1\"},\"foo\":1}").body())
                .isEqualTo(found);
        var resources = resources(entity("member", acme.ada()), "audit.read", "organization");
        assertThat(
                search("resource", resources.replace("{\"type\":\"organization\"", "{\"id\":\"nowhere\",\"type\":\"organization\"")).body())
                .isEqualTo(search("resource", resources).body());
    }

    @Test
    void what_is_unknown_has_no_results() {
        var ada = entity("member", acme.ada());
        var empty = List.of(
                search("subject", subjects("spaceship", "inference.run", here)),
                search("subject", subjects("member", "moon.land", here)),
                search("subject", subjects("member", "inference.run", entity("organization", "missing"))),
                search("subject", subjects("member", "inference.run", entity("spaceship", acme.id()))),
                search("resource", resources(entity("member", UUID.randomUUID()), "inference.run", "organization")),
                search("resource", resources(entity("member", "nonexistent-user"), "inference.run", "organization")),
                search("resource", resources(ada, "moon.land", "organization")),
                search("resource", resources(ada, "inference.run", "spaceship")),
                search("action", actions(entity("member", "nonexistent-user"), here)),
                search("action", actions(entity("spaceship", acme.ada()), here)),
                search("action", actions(ada, entity("organization", "missing"))),
                search("action", actions(ada, entity("organization", other.id()))));

        assertThat(empty).allSatisfy(it -> assertThat(it.body().toString())
                .isEqualTo("{\"page\":{\"next_token\":\"\",\"count\":0},\"results\":[]}"));
        assertThat(search("resource", resources(ada, "inference.run", "model")).text("/context/reason")).contains("not known here");
    }

    @Test
    void what_is_missing_is_named() {
        var ada = entity("member", acme.ada());
        isRefused("subject", "{\"subject\":{\"type\":\"member\"},\"resource\":" + here + "}", "/action");
        isRefused("subject", subjects("member", "x", "{\"type\":\"organization\"}"), "/resource/id");
        isRefused("subject", subjects("member", "x", here).replace("{\"type\":\"member\"}", "{}"), "/subject/type");
        isRefused("resource", "{\"action\":{\"name\":\"x\"},\"resource\":{\"type\":\"organization\"}}", "/subject");
        isRefused("resource", resources("{\"type\":\"member\"}", "x", "organization"), "/subject/id");
        isRefused("resource", resources(ada, "x", "organization").replace("{\"type\":\"organization\"}", "{}"), "/resource/type");
        isRefused("action", "{\"subject\":" + ada + "}", "/resource");
        isRefused("action", actions("{\"type\":\"member\"}", here), "/subject/id");
        for (var searched : List.of("subject", "resource", "action")) {
            isRefused(searched, "{}", "/subject");
            assertThat(client.post("/access/v1/search/" + searched, "{}", "Content-Type", "text/plain").wrong()).isEqualTo("Content-Type");
            assertThat(post(client.as("x".repeat(40)), "search/" + searched, "{}").status()).isEqualTo(401);
        }
    }

    @Test
    void those_search_who_may_ask() {
        for (var asker : List.of(client.asPerson(acme.ada().toString()), client.as(recorder.secret(tokenFor(Scope.DECISIONS))))) {
            assertThat(found(post(asker, "search/subject", subjects("member", "billing.manage", here)), "id"))
                    .contains(acme.ada().toString());
            assertThat(found(post(asker, "search/action", actions(entity("member", acme.ada()), here)), "name")).contains("billing.manage");
            assertThat(
                    found(post(asker, "search/resource", resources(entity("member", acme.ada()), "billing.manage", "organization")), "id"))
                    .containsExactly(acme.id().toString());
            for (var place : List.of(other.organization().slug(), "missing")) {
                assertThat(post(asker, "search/subject", subjects("member", "billing.manage", entity("organization", place))).status())
                        .isEqualTo(403);
                assertThat(post(asker, "search/action", actions(entity("member", other.ada()), entity("organization", place))).status())
                        .isEqualTo(403);
            }
            assertThat(
                    found(post(asker, "search/resource", resources(entity("member", other.ada()), "billing.manage", "organization")), "id"))
                    .isEmpty();
        }
    }

    @Test
    void others_search_for_themselves_only() {
        var itself = tokenFor(Scope.PROTECTED_ENDPOINT);
        var asker = client.as(recorder.secret(itself));
        var own = entity("api_token", itself);

        assertThat(found(post(asker, "search/action", actions(own, here)), "name")).containsExactly("inference.run");
        assertThat(found(post(asker, "search/resource", resources(own, "inference.run", "organization")), "id"))
                .containsExactly(acme.id().toString());
        for (var stranger : List.of(asker, client.asPerson("stranger"))) {
            assertThat(post(stranger, "search/subject", subjects("api_token", "inference.run", here)).status()).isEqualTo(403);
            assertThat(post(stranger, "search/action", actions(entity("member", acme.ada()), here)).status()).isEqualTo(403);
            assertThat(post(stranger, "search/resource", resources(entity("member", acme.ada()), "inference.run", "organization")).status())
                    .isEqualTo(403);
        }
    }
}
