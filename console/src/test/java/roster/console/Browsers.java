package roster.console;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Creates browsers. */
@TestComponent
public final class Browsers {
    private final Environment environment;

    Browsers(Environment environment) {
        this.environment = environment;
    }

    /** A browser without sign-in. */
    public Browser open() {
        return new Browser("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** A browser of a user who has signed in with Google. */
    public Browser signedIn() {
        var browser = open();
        browser.signIn("google", "Ada Lovelace", "ada@acme.example");
        return browser;
    }
}
