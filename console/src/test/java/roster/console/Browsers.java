package roster.console;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Browsers in front of the console. */
@TestComponent
public final class Browsers {
    private final Environment environment;

    Browsers(Environment environment) {
        this.environment = environment;
    }

    /** One of somebody who has not signed in. */
    public Browser open() {
        return new Browser("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** One of somebody whom Google knows. */
    public Browser signedIn() {
        var browser = open();
        browser.signIn("google", "Ada Lovelace", "ada@acme.example");
        return browser;
    }
}
