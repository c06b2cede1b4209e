package roster.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** The page of API tokens. */
@InBrowser
record ApiTokensPageTest(Roster roster, OwnOrganization organization) {
    @Test
    void a_token_shows_its_secret_once_and_works_until_it_is_revoked() {
        try (var ada = organization.as("ada")) {
            ada.link("API tokens").click();
            ada.sees("API tokens").shown("tokens-none");
            ada.page().getByText("Create API token").first().click();
            ada.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("build server");
            ada.dialog().locator("input[type=checkbox]").first().check();
            ada.shown("dialog-token");
            ada.dialog().locator("button.primary").click();
            var secret = ada.dialog().locator("#secret").textContent().strip();
            ada.shown("dialog-secret");
            assertThat(roster.queries().as(secret).get("/me/organizations").status()).isEqualTo(200);

            ada.open(organization.path() + "/api-tokens");
            assertThat(ada.page().content()).doesNotContain(secret);
            ada.shown("tokens");
            ada.page().locator("tr").filter(new Locator.FilterOptions().setHasText("build server")).getByText("Revoke").first().click();
            ada.press("Revoke").isTold("revoked");

            assertThat(roster.queries().as(secret).get("/me/organizations").status()).isEqualTo(401);
        }
    }
}
