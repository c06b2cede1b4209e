package roster.query.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberAccessConfirmed;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;
import roster.local.Effort;
import roster.local.postgres.Database;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Crowd;
import roster.query.OwnServiceTest;
import roster.query.Recorder;
import roster.query.RunningService;

@OwnServiceTest
class AccessReviewTest {
    private static final long SEED = Long.getLong("roster.seed", System.nanoTime());
    private static final String CSV = "text/csv";

    private final Acme acme = Acme.named("reviewed");
    private final UUID grace = UUID.randomUUID();
    private final UUID token = UUID.randomUUID();
    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;

    private Client.Response get(String path) {
        return client.get(path, "Consistency-Token", "" + recorder.lastPosition());
    }

    private String review() {
        return acme.path() + "/access-review";
    }

    private EventMetadata byAda(String reason) {
        return new EventMetadata(acme.id(), new Actor(Actor.Kind.MEMBER, "" + acme.ada()), null, reason, "correlation", "causation", null,
                null, null);
    }

    /** Ada invites Grace and makes her an admin. */
    private RecordedEvent founded() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(byAda("joins the platform team"), acme.joined(grace, "=Grace, \"Hopper\"", Role.DEVELOPER));
        recorder.record(byAda("runs the builds"), acme.token(token, grace, Scope.DIRECTORY));
        return recorder.record(byAda("leads the team"), new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN)).getLast();
    }

    private JsonNode grace(Client.Response page) {
        return page.body().path("data").valueStream().filter(it -> it.at("/id").asString().equals("" + grace)).findAny().orElseThrow();
    }

    @Test
    void at_any_moment_a_review_is_that_of_an_independent_fold() {
        var random = new Random(SEED);
        var crowd = new Crowd(UUID.randomUUID());
        record(crowd, random);
        var organization = crowd.organization().id();
        // read again, because data of members who were erased meanwhile is unreadable
        var readable = recorder.all().stream().filter(it -> it.organizationId().equals(organization)).toList();
        var path = "/organizations/" + organization + "/access-review?asOf=";

        for (int i = 0; i < Effort.of(15, 1_000); i++) {
            int last = random.nextInt(readable.size());
            var moment = "" + (random.nextBoolean() ? readable.get(last).recordedAt() : readable.get(last).position());
            var expected = new IndependentReview(readable.subList(0, last + 1)).lines();

            var found = pages(path + moment);
            var inOrder = readable.stream().map(it -> "" + it.aggregateId()).distinct().filter(found::containsKey)
                    .sorted(Comparator.comparing(it -> Objects.requireNonNull(found.get(it)).at("/kind").asString(),
                            Comparator.reverseOrder()))
                    .toList();
            assertThat(lines(found)).as("seed %d, %s", SEED, moment).isEqualTo(expected);
            assertThat(CsvLines.of(client.file(path + moment, CSV))).as("seed %d, %s", SEED, moment)
                    .isEqualTo(inOrder.stream().map(it -> cells(Objects.requireNonNull(found.get(it)))).toList());
        }
    }

    /** By operators, members and tokens, with reasons and in the name of others. */
    private void record(Crowd crowd, Random random) {
        var members = new ArrayList<UUID>();
        var tokens = new ArrayList<UUID>();
        crowd.events(random.ints(200, 0, 100_000).boxed()).forEach(event -> {
            recorder.record(by(crowd.organization().id(), members, tokens, random), event);
            if (event instanceof MemberInvited it) {
                members.add(it.memberId());
            } else if (event instanceof ApiTokenCreated it) {
                tokens.add(it.tokenId());
            }
        });
    }

    private static EventMetadata by(UUID organization, List<UUID> members, List<UUID> tokens, Random random) {
        var some = members.isEmpty() ? null : members.get(random.nextInt(members.size()));
        int kind = random.nextInt(3);
        var actor = kind == 0 && some != null ? new Actor(Actor.Kind.MEMBER, "" + some)
                : kind == 1 && !tokens.isEmpty() ? new Actor(Actor.Kind.TOKEN, "" + tokens.get(random.nextInt(tokens.size())))
                        : new Actor(Actor.Kind.OPERATOR, "operator");
        var behalf = actor.kind() == Actor.Kind.MEMBER || random.nextBoolean() ? null : some;
        var reason = random.nextBoolean() ? null : "because,\r\nof \"" + random.nextInt(100) + "\"";
        return new EventMetadata(organization, actor, behalf, reason, "correlation", "causation", null, null, null);
    }

    private static Map<String, String> lines(Map<String, JsonNode> found) {
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> line(it.getValue())));
    }

    /** The accesses on all pages, by id. */
    private Map<String, JsonNode> pages(String path) {
        var lines = new HashMap<String, JsonNode>();
        var page = get(path + "&limit=7");
        while (true) {
            page.body().path("data").forEach(it -> assertThat(lines.put(it.at("/id").asString(), it)).isNull());
            if (page.body().path("next").isNull()) {
                return lines;
            }
            assertThat(page.body().path("data")).hasSize(7);
            page = get(path + "&limit=7&after=" + page.text("/next"));
        }
    }

    private static String line(JsonNode it) {
        var confirmation = it.at("/confirmation");
        return String.join(" ", it.at("/kind").asString(), it.at("/name").asString("null"), it.at("/status").asString(""),
                it.at("/role").asString(""), told(it.at("/granted")), told(it.at("/lastChange")),
                confirmation.isNull() ? ""
                        : confirmation.at("/role").asString() + " " + confirmation.at("/current").asBoolean() + " "
                                + told(confirmation.at("/event")));
    }

    private static String told(JsonNode it) {
        var behalf = it.at("/onBehalfOf");
        return String.join("/", it.at("/position").asString(), it.at("/type").asString(), it.at("/actor/kind").asString(),
                it.at("/actor/id").asString(), it.at("/actor/name").asString("null"),
                behalf.isNull() ? "" : behalf.at("/memberId").asString() + "=" + behalf.at("/name").asString("null"),
                it.at("/reason").asString("null"));
    }

    /** The line of a file. */
    private static Map<String, String> cells(JsonNode it) {
        var cells = new LinkedHashMap<String, String>();
        for (var field : List.of("kind", "id", "name", "email", "status", "role")) {
            cells.put(field, it.path(field).asString(""));
        }
        cells.put("scopes", it.path("scopes").valueStream().map(JsonNode::asString).collect(Collectors.joining(" ")));
        cells.put("owner_id", it.path("ownerId").asString(""));
        cells.put("expires_at", it.path("expiresAt").asString(""));
        cells.put("erased", "" + it.path("erased").asBoolean());
        event("granted", it.path("granted"), cells);
        event("changed", it.path("lastChange"), cells);
        event("confirmed", it.path("confirmation").path("event"), cells);
        cells.put("confirmed_role", it.path("confirmation").path("role").asString(""));
        List.of("changed_on_behalf_of_id", "changed_on_behalf_of_name", "changed_reason", "confirmed_on_behalf_of_id",
                "confirmed_on_behalf_of_name", "confirmed_event").forEach(cells::remove);
        return cells;
    }

    private static void event(String prefix, JsonNode it, Map<String, String> cells) {
        Map.of("_at", "/recordedAt", "_position", "/position", "_event", "/type", "_by_kind", "/actor/kind", "_by_id", "/actor/id",
                "_by_name", "/actor/name", "_on_behalf_of_id", "/onBehalfOf/memberId", "_on_behalf_of_name", "/onBehalfOf/name", "_reason",
                "/reason").forEach((column, pointer) -> cells.put(prefix + column, it.at(pointer).asString("")));
    }

    @Test
    void a_review_says_who_gave_which_access_and_why() {
        var promoted = founded();
        recorder.record(byAda("review of spring"), new MemberAccessConfirmed(grace, Role.ADMIN));
        var renamed = recorder.record(byAda("spelled it wrong"), new MemberNameChanged(grace, "=Grace, \"Hopper\"", "=Grace \"Hopper\""))
                .getLast();

        var found = grace(get(review()));
        var past = grace(get(review() + "?asOf=" + (promoted.position() - 1)));

        assertThat(found.at("/granted/type").asString()).isEqualTo("member.role_changed");
        assertThat(found.at("/granted/recordedAt").asString()).isEqualTo("" + promoted.recordedAt());
        assertThat(found.at("/granted/actor/name").asString()).isEqualTo("Ada Lovelace");
        assertThat(found.at("/granted/reason").asString()).isEqualTo("leads the team");
        assertThat(found.at("/lastChange/position").asString()).isEqualTo("" + renamed.position());
        assertThat(found.at("/confirmation/current").asBoolean()).isTrue();
        assertThat(found.at("/confirmation/event/reason").asString()).isEqualTo("review of spring");
        assertThat(past.at("/granted/reason").asString()).isEqualTo("joins the platform team");
        assertThat(past.at("/confirmation").isNull()).isTrue();
        assertThat(client.file(review(), CSV)).as("a formula").contains("\"'=Grace \"\"Hopper\"\"\"");

        recorder.record(byAda("moved"), new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER));
        assertThat(grace(get(review())).at("/confirmation/current").asBoolean()).isFalse();
        assertThat(grace(get(review())).at("/confirmation/role").asString()).isEqualTo("admin");
    }

    @Test
    void members_are_filtered_and_deleted_ones_and_tokens_that_have_ended_are_left_out() {
        founded();
        var expired = new ApiTokenCreated(UUID.randomUUID(), ApiTokenKind.ORGANIZATION, null, "expired", List.of(Scope.AUDIT),
                Instant.now());
        var revoked = acme.token(UUID.randomUUID(), null, Scope.AUDIT);
        var gone = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(gone, "Gone", Role.ADMIN));
        recorder.record(acme.id(), expired, revoked, new ApiTokenRevoked(revoked.tokenId(), null),
                new MemberDeleted(gone, MemberStatus.ACTIVE));

        assertThat(get(review()).each("/id")).containsExactly("" + grace, "" + acme.ada(), "" + token);
        assertThat(get(review() + "?role=admin").each("/id")).containsExactly("" + grace, "" + acme.ada());
        assertThat(get(review() + "?role=developer").each("/id")).isEmpty();
        assertThat(get(review() + "?status=deleted").each("/id")).containsExactly("" + gone);
        assertThat(get(review() + "?role=admin&limit=1&after=" + get(review() + "?role=admin&limit=1").text("/next")).each("/id"))
                .containsExactly("" + acme.ada());
        assertThat(CsvLines.of(client.file(review() + "?status=active&role=admin", CSV))).extracting("id")
                .containsExactly("" + acme.ada(), "" + grace);
        assertThat(get(review() + "?after=x").wrong()).isEqualTo("after");
        assertThat(get(review() + "?after=" + get(review() + "?limit=1").text("/next") + "&role=admin").wrong()).isEqualTo("after");
    }

    @Test
    void a_file_has_the_bytes_of_its_manifest_after_more_events_a_rebuild_and_a_restart() throws Exception {
        founded();
        var manifest = get(review() + "/manifest?role=admin");
        var query = manifest.text("/query");
        var all = get(review() + "/manifest?asOf=" + recorder.all().getLast().recordedAt());

        var first = client.file(query, CSV);
        recorder.record(byAda("moves"), new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER),
                new MemberNameChanged(grace, "x", "Amazing"));
        recorder.record(acme.id(), acme.joined(UUID.randomUUID(), "New", Role.ADMIN));
        client.rebuild();
        try (var restarted = RunningService.on(database)) {
            for (var file : List.of(first, client.file(query, CSV), restarted.client().file(query, CSV))) {
                assertThat(sha256(file)).isEqualTo(manifest.text("/sha256"));
                assertThat(file.getBytes(StandardCharsets.UTF_8)).hasSize(manifest.body().at("/bytes").asInt());
                assertThat(CsvLines.of(file)).hasSize(2).hasSize(manifest.body().at("/rows").asInt());
            }
            assertThat(sha256(restarted.client().file(all.text("/query"), CSV))).isEqualTo(all.text("/sha256"));
        }
        assertThat(get(query.replace("?", "/manifest?")).body()).isEqualTo(manifest.body());
        assertThat(get(review() + "/manifest?role=admin").text("/sha256")).isNotEqualTo(manifest.text("/sha256"));
    }

    @Test
    void a_file_depends_on_the_position_of_an_instant_and_not_on_the_instant() {
        founded();
        var expiring = new ApiTokenCreated(UUID.randomUUID(), ApiTokenKind.ORGANIZATION, null, "expiring", List.of(Scope.AUDIT),
                Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS));
        long position = recorder.record(acme.id(), expiring).getLast().position();
        await().until(() -> get(review()).each("/name"), names -> !names.contains("expiring"));
        var later = "?asOf=" + Instant.now();

        assertThat(client.file(review() + later, CSV)).isEqualTo(client.file(review() + "?asOf=" + position, CSV)).contains("expiring")
                .contains("" + expiring.expiresAt());
        assertThat(get(review() + "/manifest" + later).body()).isEqualTo(get(review() + "/manifest?asOf=" + position).body());
        assertThat(get(review() + later).each("/name")).doesNotContain("expiring");
    }

    private static String sha256(String file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_erasure_changes_the_file_and_the_manifest_says_so() {
        var promoted = founded();
        var query = review() + "?asOf=" + promoted.position();
        var before = get(query.replace("?", "/manifest?"));
        assertThat(client.file(query, CSV)).contains("Hopper");

        recorder.record(acme.id(), new ApiTokenRevoked(token, grace), new MemberDeleted(grace, MemberStatus.ACTIVE),
                new MemberErased(grace));
        var after = get(query.replace("?", "/manifest?"));

        assertThat(before.body().at("/erased").asInt() + before.body().at("/erasures").asInt()).isZero();
        assertThat(after.body().at("/erased").asInt()).isEqualTo(1);
        assertThat(after.body().at("/erasures").asInt()).isEqualTo(1);
        assertThat(after.body().at("/rows")).isEqualTo(before.body().at("/rows"));
        assertThat(after.text("/sha256")).isNotEqualTo(before.text("/sha256"));
        assertThat(client.file(query, CSV)).contains("" + grace).doesNotContain("Hopper").doesNotContain("leads the team");
        assertThat(get(query).body().toString()).contains("" + grace).doesNotContain("Hopper").doesNotContain("leads the team");
    }

    @Test
    void the_last_use_is_shown_and_is_not_part_of_what_is_reproduced() {
        founded();
        var query = get(review() + "/manifest").text("/query");
        var before = client.file(query, CSV);
        assertThat(grace(get(review())).at("/lastSignInAt").isNull()).isTrue();
        client.asPerson("" + grace).get(acme.path() + "/members");
        client.as(recorder.secret(token)).get(acme.path() + "/members");

        await().until(() -> !grace(get(review())).at("/lastSignInAt").isNull() && !grace(get(review())).at("/lastTokenUseAt").isNull());
        var used = get(review());

        assertThat(used.each("/lastTokenUseAt")).containsExactly(used.text("/data/0/lastTokenUseAt"), "",
                used.text("/data/0/lastTokenUseAt"));
        assertThat(get(review() + "?usage=false").each("/lastSignInAt")).containsOnly("");
        assertThat(client.file(query, CSV)).isEqualTo(before).doesNotContain("last_sign_in_at");
        assertThat(CsvLines.of(client.file(query + "&usage=true", CSV)).get(1)).containsEntry("id", "" + grace)
                .containsEntry("last_sign_in_at", used.text("/data/0/lastSignInAt"))
                .containsEntry("last_token_use_at", used.text("/data/0/lastTokenUseAt"));
        assertThat(get(review() + "/manifest?usage=true").wrong()).isEqualTo("usage");
    }

    @Test
    void a_review_needs_audit_read_and_a_moment_of_the_organization() {
        founded();
        var linus = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(linus, "Linus", Role.DEVELOPER));
        var other = Acme.named("not-reviewed");
        recorder.record(other.id(), other.founded());
        get(review());

        for (var path : List.of(review(), review() + "/manifest")) {
            assertThat(client.asPerson("" + linus).get(path).status()).isEqualTo(403);
            assertThat(client.asPerson("" + other.ada()).get(path).status()).isEqualTo(404);
            assertThat(client.asPerson("" + acme.ada()).get(path).status()).isEqualTo(200);
            assertThat(get(path + "?asOf=2999-01-01T00:00:00Z").wrong()).isEqualTo("asOf");
            assertThat(get(path + "?asOf=1999-01-01T00:00:00Z").wrong()).isEqualTo("asOf");
        }
        assertThat(client.asPerson("" + linus).get(review(), "Accept", CSV).status()).isEqualTo(403);
        assertThat(get(review() + "?asOf=" + recorder.lastPosition()).header("As-Of")).isEqualTo("" + recorder.lastPosition());
    }
}
