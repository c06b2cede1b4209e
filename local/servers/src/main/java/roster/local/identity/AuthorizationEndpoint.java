package roster.local.identity;

import static roster.local.http.LoopbackOnly.send;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;

import roster.local.identity.oauth.AuthorizationRequest;
import roster.local.identity.oauth.Grant;
import roster.local.identity.oauth.Grants;
import roster.local.identity.oauth.Parameters;
import roster.local.identity.oauth.SignInPerson;
import roster.local.identity.oauth.SignInRejected;

/** Authorization endpoint: shows the sign-in page, and signs the user in as the chosen person. */
final class AuthorizationEndpoint {
    /** Forms may go to applications on this machine: browsers apply form-action to the redirect after a form as well. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:* http://localhost:*; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final SignInPage page;
    private final SignInPeople people;
    private final Grants grants;

    AuthorizationEndpoint(ImitatedProvider provider, SignInPeople people, Grants grants) {
        this.page = new SignInPage(provider);
        this.people = people;
        this.grants = grants;
    }

    void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        try {
            switch (exchange.getRequestMethod()) {
                case "GET" -> show(exchange, 200, AuthorizationRequest.of(Parameters.ofQuery(exchange)), Typed.NOTHING);
                case "POST" -> choose(exchange, Parameters.ofForm(exchange));
                default -> throw new SignInRejected("This page supports only GET and POST.");
            }
        } catch (SignInRejected e) {
            send(exchange, 400, "text/html", page.refusal(e.why()));
        }
    }

    private void show(HttpExchange exchange, int status, AuthorizationRequest request, Typed typed) throws IOException {
        send(exchange, status, "text/html", page.choice(request, people.all(), typed));
    }

    private void choose(HttpExchange exchange, Parameters form) throws IOException {
        var request = AuthorizationRequest.of(form);
        var typed = Typed.in(form);
        if (form.has("cancel")) {
            redirect(exchange, request.withError("access_denied"));
        } else if (form.has("as")) {
            signIn(exchange, request, people.at(form.get("as")));
        } else if (typed.isComplete()) {
            people.add(typed.person());
            signIn(exchange, request, Optional.of(typed.person()));
        } else {
            show(exchange, 422, request, typed);
        }
    }

    private void signIn(HttpExchange exchange, AuthorizationRequest request, Optional<SignInPerson> person) throws IOException {
        var chosen = person.orElseThrow(() -> new SignInRejected("There is no person with this number on the list."));
        redirect(exchange, request.withCode(grants.code(new Grant(request, chosen))));
    }

    private static void redirect(HttpExchange exchange, URI address) throws IOException {
        exchange.getResponseHeaders().set("Location", address.toASCIIString());
        send(exchange, 303, "text/plain", "");
    }
}
