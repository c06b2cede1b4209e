package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.role.Role;

/** Cursors of pages: opaque, of one list, and made by Roster. */
@ServiceTest
class PagesTest {
    private static final Acme ACME = Acme.named("pages");

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeAll
    static void members_are_there(@Autowired Recorder recorder) {
        recorder.record(ACME.id(), ACME.founded());
        recorder.record(ACME.id(), ACME.invited(UUID.randomUUID(), "Grace Hopper", Role.DEVELOPER));
        recorder.record(ACME.id(), ACME.invited(UUID.randomUUID(), "Katherine Johnson", Role.DEVELOPER));
    }

    private Client.Response members(String query) {
        return client.get(ACME.path() + "/members?" + query, "Consistency-Token", "" + recorder.lastPosition());
    }

    @Test
    void no_name_and_no_address_is_read_in_a_cursor() {
        for (var order : new String[]{"name", "-name", "email", "-email"}) {
            var page = members("limit=2&order=" + order);
            var cursor = page.text("/next");

            assertThat(cursor).matches("[A-Za-z0-9_-]+");
            assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                    .doesNotContain("grace", "hopper", "acme", "lovelace", "johnson", page.body().at("/data/1/memberId").asString());
            assertThat(members("limit=2&order=" + order + "&after=" + cursor).each("/memberId")).hasSize(1);
        }
    }

    @Test
    void a_cursor_that_was_changed_or_is_of_another_list_is_named() {
        var cursor = members("limit=1").text("/next");
        int middle = cursor.length() / 2;
        var changed = cursor.substring(0, middle) + (cursor.charAt(middle) == 'A' ? 'B' : 'A') + cursor.substring(middle + 1);

        for (var query : new String[]{"limit=1&after=" + changed, "limit=1&order=email&after=" + cursor, "after=x", "after=",
                "limit=1&after=" + Base64.getUrlEncoder().withoutPadding().encodeToString("1\nada\n".getBytes(StandardCharsets.UTF_8))}) {
            var answer = members(query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.wrong()).isEqualTo("after");
        }
        var history = client.get(ACME.path() + "/members/" + ACME.ada() + "/history?after=" + cursor);
        assertThat(history.status()).isEqualTo(400);
        assertThat(history.wrong()).isEqualTo("after");
    }
}
