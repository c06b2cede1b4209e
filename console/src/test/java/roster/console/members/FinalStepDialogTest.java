package roster.console.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

/** Enter in a field presses the first button of the form, which does nothing where a step cannot be undone; the focus is on Cancel. */
@ConsoleTest
class FinalStepDialogTest {
    private static final String NOTHING = """
            {"events": []}""";
    private static final Pattern FIRST_BUTTON = Pattern.compile("<button type=\"submit\"([^>]*)>");

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;

    @BeforeEach
    void admin() {
        Acme.asAdmin(services);
    }

    private String dialog(UUID member, String action, String status, String invitation) {
        var path = Acme.PATH + "/members/" + member;
        services.answer(path, Acme.member(member, "Grace Hopper", "grace@navy.example", "developer", status, invitation))
                .answer("DELETE", path, 200, NOTHING).answer("PUT", path + "/" + action, 200, NOTHING)
                .answer("POST", path + "/" + action, 200, NOTHING).answer("POST", path + "/invitation/" + action, 200, NOTHING);
        return browsers.signedIn().dialog("/organizations/acme/members/" + member + "/" + action).html();
    }

    private static String firstButton(String html) {
        var button = FIRST_BUTTON.matcher(html);
        assertThat(button.find()).as(html).isTrue();
        return button.group(1);
    }

    @ParameterizedTest
    @CsvSource({"delete,active,accepted", "erase,deleted,accepted", "revoke,invited,pending", "leave,active,accepted"})
    void a_step_that_cannot_be_undone_is_not_taken_by_enter(String action, String status, String invitation) {
        var html = dialog(action.equals("leave") ? Acme.ADA : Acme.GRACE, action, status, invitation);

        assertThat(firstButton(html)).contains("disabled", "hidden");
        assertThat(html).containsPattern("data-close [^>]*autofocus");
    }

    @ParameterizedTest
    @CsvSource({"role,active,accepted", "name,active,accepted", "email,active,accepted", "suspend,active,accepted",
            "reactivate,suspended,accepted", "resend,invited,pending"})
    void any_other_step_is(String action, String status, String invitation) {
        var html = dialog(Acme.GRACE, action, status, invitation);

        assertThat(firstButton(html)).doesNotContain("disabled");
        assertThat(html).doesNotContain("autofocus");
    }

    @Test
    void neither_is_a_token_revoked() {
        var token = UUID.randomUUID();
        services.answer(Acme.PATH + "/api-tokens/" + token, """
                {"tokenId":"%s","organizationId":"%s","kind":"personal","ownerId":"%s","name":"deploys","scopes":["audit"],
                 "createdAt":"2026-11-24T10:00:00Z","createdBy":{"kind":"member","id":"%3$s"},"onBehalfOf":null,
                 "expiresAt":null,"revokedAt":null,"lastUsedAt":null,"version":0}""".formatted(token, Acme.ID, Acme.ADA));
        var html = browsers.signedIn().dialog("/organizations/acme/api-tokens/" + token + "/revoke").html();

        assertThat(firstButton(html)).contains("disabled", "hidden");
        assertThat(html).containsPattern("data-close [^>]*autofocus");
    }
}
