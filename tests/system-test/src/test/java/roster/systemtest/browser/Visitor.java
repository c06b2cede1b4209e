package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import roster.local.Patience;
import roster.local.identity.ImitatedProvider;
import roster.local.identity.StandInProviders;
import roster.systemtest.running.Roster;

/** A user with a browser context of their own. Errors in the browser's console fail the test. */
final class Visitor implements AutoCloseable {
    /** Console messages about 4xx responses are not errors. */
    private static final Pattern ANSWERED = Pattern.compile("Failed to load resource: the server responded with a status of 4\\d\\d.*");
    private static final Pattern NOT_SENT = Pattern.compile(".*ERR_INTERNET_DISCONNECTED|htmx:(afterRequest|sendError),.*");

    private final Roster roster;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private Page page;
    private boolean wasOffline;

    private Visitor(Roster roster) {
        this.roster = roster;
        this.context = Chromium.browser().newContext();
        context.setDefaultTimeout((double) Patience.LIMIT.toMillis());
        context.onPage(it -> {
            it.onConsoleMessage(message -> complain(message.text()));
            it.onPageError(this::complain);
        });
        context.addInitScript(
                "addEventListener('securitypolicyviolation', it => console.error('forbidden by the policy: ' + it.violatedDirective))");
        this.page = context.newPage();
    }

    private void complain(String text) {
        if (!ANSWERED.matcher(text).matches() && !(wasOffline && NOT_SENT.matcher(text).matches())) {
            complaints.add(text);
        }
    }

    static Visitor of(Roster roster) {
        return new Visitor(roster);
    }

    /** The first admin of the initial organization. */
    static Visitor ada(Roster roster) {
        var ada = of(roster);
        ada.open("/organizations/acme/members").continueWith("Google").page.getByText("Continue as Ada Lovelace").click();
        ada.sees("Members");
        return ada;
    }

    /** Subject of the address at the stand-in for Google. */
    static String subject(String email) {
        return StandInProviders.subject(ImitatedProvider.GOOGLE, email);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Visitor open(String path) {
        page.navigate(roster.console() + path);
        return this;
    }

    Visitor goesOffline() {
        wasOffline = true;
        context.setOffline(true);
        return this;
    }

    /** Opens another tab of the same browser. */
    Visitor openInNewTab(String path) {
        page = context.newPage();
        return open(path);
    }

    Visitor openLink(String token) {
        return open("/invitations#" + token);
    }

    /** Goes to the stand-in of a provider, to sign in or to change the account. */
    Visitor continueWith(String provider) {
        page.getByText(Pattern.compile(" with " + provider + "$")).click();
        assertThat(page).hasTitle("Sign in · stand-in for " + provider);
        return this;
    }

    Visitor as(String name, String email) {
        return as(name, email, true);
    }

    Visitor as(String name, String email, boolean verified) {
        page.locator("[name=name]").fill(name);
        page.locator("[name=email]").fill(email);
        page.locator("[name=verified]").setChecked(verified);
        button("Sign in").click();
        return this;
    }

    /** Waits for a heading of the page or its dialog. */
    Visitor sees(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(heading).setLevel(1))).isVisible();
        return this;
    }

    Visitor isTold(String text) {
        assertThat(page.locator("[role=alert], [role=status]").filter(new Locator.FilterOptions().setHasText(text)).first()).isVisible();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator row(String email) {
        return page.locator("#rows > tr").filter(new Locator.FilterOptions().setHasText(email));
    }

    /** Chooses an action in the menu of a member's row. */
    Visitor choose(String action, String email) {
        row(email).locator("summary").click();
        row(email).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(action).setExact(true)).click();
        assertThat(dialog()).isVisible();
        return this;
    }

    Locator dialog() {
        return page.locator("dialog[open]");
    }

    Visitor press(String button) {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
        return this;
    }

    Visitor invite(String name, String email, String role) {
        link("Invite new member").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Email", new Page.GetByLabelOptions().setExact(true)).fill(email);
        dialog().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + role))).check();
        return press("Submit");
    }

    /** Takes screenshots of the page and checks it with axe. */
    Visitor shown(String name) {
        Screens.keep(page, name);
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
