package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersTest {
    private final Acme acme = Acme.named("acme");
    private final Acme other = Acme.named("other");
    private final UUID grace = UUID.randomUUID();
    private final UUID edith = UUID.randomUUID();
    private final UUID linus = UUID.randomUUID();
    private final UUID gone = UUID.randomUUID();
    @Autowired Client client;
    @Autowired Recorder recorder;
    private String now = "";

    @BeforeAll
    void acme_has_members() {
        recorder.record(other.id(), other.founded());
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.invited(grace, "Grace Hopper", Role.DEVELOPER));
        recorder.record(acme.id(), acme.invited(linus, "linus_100%", Role.DEVELOPER), acme.accepted(linus, Role.DEVELOPER),
                new MemberSuspended(linus));
        recorder.record(acme.id(), acme.invited(gone, "Gone Already", Role.ADMIN), new MemberDeleted(gone, MemberStatus.INVITED));
        var declining = UUID.randomUUID();
        recorder.record(acme.id(), acme.invited(declining, "Not Today", Role.DEVELOPER),
                new InvitationDeclined(declining, UUID.randomUUID()));
        now = "" + recorder.record(acme.id(), acme.invited(edith, "Édith Clarke", Role.ENDPOINT_USER),
                acme.expired(edith)).getLast().position();
    }

    private Client.Response get(String path) {
        return client.get(path, "Consistency-Token", now);
    }

    private List<String> names(String query) {
        return get(acme.path() + "/members" + query).each("/name");
    }

    @Test
    void a_list_is_ordered_by_name_whatever_its_case_and_accents_and_leaves_out_the_deleted() {
        assertThat(names("")).containsExactly("Ada Lovelace", "Édith Clarke", "Grace Hopper", "linus_100%");
        assertThat(names("?order=-name")).containsExactly("linus_100%", "Grace Hopper", "Édith Clarke", "Ada Lovelace");
        assertThat(names("?order=since")).containsExactly("Ada Lovelace", "Grace Hopper", "linus_100%", "Édith Clarke");
    }

    @Test
    void a_list_can_be_filtered() {
        assertThat(names("?status=invited")).containsExactly("Édith Clarke", "Grace Hopper");
        assertThat(names("?status=deleted")).containsExactly("Gone Already", "Not Today");
        assertThat(names("?status=invited&invitation=expired")).containsExactly("Édith Clarke");
        assertThat(names("?invitation=pending")).containsExactly("Grace Hopper");
        assertThat(names("?status=deleted&invitation=revoked")).containsExactly("Gone Already");
        assertThat(names("?invitation=revoked")).containsExactly("Gone Already");
        assertThat(names("?invitation=declined")).containsExactly("Not Today");
        assertThat(names("?invitation=revoked&status=active")).isEmpty();
        assertThat(names("?role=developer")).containsExactly("Grace Hopper", "linus_100%");
        assertThat(names("?role=developer&status=suspended&order=email")).containsExactly("linus_100%");
    }

    @Test
    void part_of_a_name_or_address_finds_it_and_signs_of_like_stand_for_themselves() {
        assertThat(names("?q=EDITH")).containsExactly("Édith Clarke");
        assertThat(names("?q=hopper@ACME")).containsExactly("Grace Hopper");
        assertThat(names("?q=_100%25")).containsExactly("linus_100%");
        assertThat(names("?q=a_a")).isEmpty();
        assertThat(names("?q=hopper+grace")).containsExactly("Grace Hopper");
        assertThat(names("?q=+hop++GRACE%C2%A0acme.example+")).containsExactly("Grace Hopper");
        assertThat(names("?q=grace+lovelace")).isEmpty();
        assertThat(names("?q=+")).hasSize(4);
        assertThat(names("?q=")).hasSize(4);
    }

    @Test
    void an_organization_goes_by_id_or_slug() {
        assertThat(get("/organizations/" + acme.id() + "/members").each("/name")).hasSize(4);
        assertThat(get("/organizations/unknown/members").status()).isEqualTo(404);
        assertThat(get("/organizations/" + UUID.randomUUID() + "/members").text("/code")).isEqualTo("not-found");
    }

    @Test
    void pages_are_complete_and_without_duplicates_while_others_join() {
        var crowd = Acme.named("crowd");
        recorder.record(crowd.id(), crowd.founded());
        IntStream.range(0, 25).forEach(i -> recorder.record(crowd.id(),
                crowd.invited(UUID.randomUUID(), "Same Name " + (i % 3), Role.DEVELOPER)));
        var seen = new ArrayList<String>();
        var path = crowd.path() + "/members?limit=4";
        var page = client.get(path, "Consistency-Token", "" + recorder.lastPosition());
        while (true) {
            seen.addAll(page.each("/memberId"));
            recorder.record(crowd.id(), crowd.invited(UUID.randomUUID(), "Aaron", Role.DEVELOPER));
            if (page.body().path("next").isNull()) {
                break;
            }
            page = client.get(path + "&after=" + page.text("/next"), "Consistency-Token", "" + recorder.lastPosition());
        }
        assertThat(seen).hasSize(26).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"since", "-since"})
    void pages_by_since_neither_lose_nor_repeat_members_who_accept_meanwhile(String order) {
        var crowd = Acme.named(order.startsWith("-") ? "from-the-newest" : "from-the-oldest");
        recorder.record(crowd.id(), crowd.founded());
        var invited = IntStream.range(0, 12).mapToObj(_ -> UUID.randomUUID()).toList();
        invited.forEach(it -> recorder.record(crowd.id(), crowd.invited(it, "Grace Hopper", Role.DEVELOPER)));
        var path = crowd.path() + "/members?limit=3&order=" + order;
        var before = client.get(crowd.path() + "/members?order=" + order, "Consistency-Token", "" + recorder.lastPosition())
                .each("/memberId");

        var seen = new ArrayList<String>();
        var page = client.get(path, "Consistency-Token", "" + recorder.lastPosition());
        seen.addAll(page.each("/memberId"));
        for (int i = 0; !page.body().path("next").isNull(); i++) {
            for (var accepting : List.of(invited.get(i), invited.get(11 - i))) {
                recorder.record(crowd.id(), crowd.accepted(accepting, Role.DEVELOPER));
            }
            page = client.get(path + "&after=" + page.text("/next"), "Consistency-Token", "" + recorder.lastPosition());
            seen.addAll(page.each("/memberId"));
        }

        assertThat(seen).isEqualTo(before);
    }

    @Test
    void a_new_list_by_since_is_in_the_order_that_it_shows() {
        var late = Acme.named("late");
        var first = UUID.randomUUID();
        recorder.record(late.id(), late.founded());
        recorder.record(late.id(), late.invited(first, "First Invited", Role.DEVELOPER));
        recorder.record(late.id(), late.joined(UUID.randomUUID(), "Second", Role.DEVELOPER));
        recorder.record(late.id(), late.accepted(first, Role.DEVELOPER));

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = client.get(late.path() + "/members?order=since&limit=1" + cursor, "Consistency-Token", "" + recorder.lastPosition());
            seen.addAll(page.each("/name"));
            cursor = page.body().path("next").isNull() ? "" : "&after=" + page.text("/next");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("Ada Lovelace", "Second", "First Invited");
    }

    @Test
    void pages_go_on_in_every_order() {
        for (var order : List.of("name", "-name", "email", "-email", "since", "-since")) {
            var whole = names("?order=" + order);
            var first = get(acme.path() + "/members?limit=2&order=" + order);
            var second = get(acme.path() + "/members?limit=2&order=" + order + "&after=" + first.text("/next"));
            assertThat(first.each("/name")).as(order).isEqualTo(whole.subList(0, 2));
            assertThat(second.each("/name")).as(order).isEqualTo(whole.subList(2, 4));
            assertThat(second.body().path("next").isNull()).isTrue();
        }
    }

    @Test
    void a_cursor_belongs_to_one_question() {
        var next = get(acme.path() + "/members?limit=2").text("/next");
        for (var query : List.of("order=email", "status=active", "q=a", "role=admin", "invitation=pending")) {
            assertThat(get(acme.path() + "/members?" + query + "&after=" + next).wrong()).as(query).isEqualTo("after");
        }
        assertThat(get(other.path() + "/members?after=" + next).wrong()).isEqualTo("after");
    }

    @ParameterizedTest
    @CsvSource({"limit=-1, limit", "limit=0, limit", "limit=201, limit", "limit=many, limit", "limit=, limit", "role=king, role",
            "role=, role", "role=%00, role", "role=%20admin, role", "role=ADMIN, role", "status=, status", "status=ACTIVE, status",
            "invitation=%09, invitation", "invitation=PENDING, invitation", "order=, order", "order=%00, order", "order=NAME, order",
            "order=-, order", "limit=%00, limit", "limit=%205, limit", "role, role",
            "status=gone, status", "invitation=lost, invitation", "order=age, order", "after=rubbish, after", "after=, after",
            "after=%C3%A9, after", "q=%00, q",
            "page=2, page", "role=admin&role=developer, role", "Limit=3, Limit"})
    void bad_input_is_refused_by_name(String query, String parameter) {
        var answer = get(acme.path() + "/members?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("invalid");
        assertThat(answer.wrong()).isEqualTo(parameter);
        assertThat(answer.text("/errors/0/detail")).isNotBlank().doesNotContainIgnoringCase("java", "string", "enum", "roster");
    }

    @Test
    void a_text_to_search_for_has_an_end() {
        assertThat(get(acme.path() + "/members?q=" + "a".repeat(255)).wrong()).isEqualTo("q");
        var words = IntStream.range(10, 43).mapToObj(Integer::toString).toList();
        assertThat(get(acme.path() + "/members?q=" + String.join("+", words)).wrong()).isEqualTo("q");
        assertThat(names("?q=" + String.join("+", words.subList(1, 33)))).isEmpty();
        assertThat(names("?q=" + "a+".repeat(100))).isNotEmpty();
    }

    @Test
    void a_member_is_shown_with_the_invitation() {
        var answer = get(acme.path() + "/members/" + grace);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Consistency-Token")).isNotEmpty();
        assertThat(answer.text("/memberId")).isEqualTo(grace.toString());
        assertThat(answer.text("/organizationId")).isEqualTo(acme.id().toString());
        assertThat(answer.text("/email")).isEqualTo("grace.hopper@acme.example");
        assertThat(answer.text("/role")).isEqualTo("developer");
        assertThat(answer.text("/status")).isEqualTo("invited");
        assertThat(answer.text("/since")).endsWith("Z");
        assertThat(answer.body().path("version").asInt()).isZero();
        assertThat(answer.text("/invitation/status")).isEqualTo("pending");
        assertThat(answer.text("/invitation/expiresAt")).isEqualTo("2031-05-08T10:00:00Z");
        assertThat(answer.text("/invitation/issue")).isEqualTo("1");
        assertThat(answer.text("/invitation/invitedBy/memberId")).isEqualTo(acme.ada().toString());
        assertThat(answer.text("/invitation/invitedBy/name")).isEqualTo("Ada Lovelace");
        assertThat(answer.body().at("/invitation/requestedAt").isNull()).isTrue();
    }

    @Test
    void the_first_admin_has_no_inviter() {
        assertThat(get(acme.path() + "/members/" + acme.ada()).body().at("/invitation/invitedBy").isNull()).isTrue();
    }

    @Test
    void who_knows_the_version_is_not_told_again() {
        var path = acme.path() + "/members/" + linus;
        assertThat(client.get(path, "If-None-Match", "\"2\"").status()).isEqualTo(304);
        assertThat(client.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void nothing_of_another_organization_is_visible() {
        assertThat(get(other.path() + "/members/" + grace).status()).isEqualTo(404);
        assertThat(get(other.path() + "/members/" + grace + "/history").status()).isEqualTo(404);
        assertThat(get(acme.path() + "/members/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(get(acme.path() + "/members/rubbish").status()).isEqualTo(404);
    }
}
