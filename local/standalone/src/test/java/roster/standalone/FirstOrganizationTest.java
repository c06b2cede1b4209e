package roster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.invitation.InvitationToken;
import roster.local.identity.ImitatedProvider;
import roster.local.identity.StandInProviders;
import roster.local.postgres.Passwords;
import roster.standalone.settings.Port;
import roster.standalone.settings.Secrets;
import roster.standalone.settings.Settings;

class FirstOrganizationTest {
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID INVITATION = UUID.randomUUID();
    private static final Secrets SECRETS = new Secrets("operator-token", "notification-token", "k1:" + "QUJD".repeat(12), "master keys",
            "log keys", "console key",
            Passwords.random());
    private static final String TOKENS = "POST /organizations/acme/api-tokens";
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> statuses = new HashMap<>();
    private HttpServer services;
    private String adaStatus = "invited";
    private JsonNode accepted = JsonMapper.shared().createObjectNode();

    @BeforeEach
    void start() throws IOException {
        services = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        services.createContext("/", this::answer);
        services.start();
    }

    @AfterEach
    void stop() {
        services.stop(0);
    }

    @Test
    void the_first_start_registers_acme_accepts_for_ada_and_creates_a_token() throws Exception {
        statuses.putAll(Map.of("/organizations", 201, "/invitations/accept", 200));
        assertThat(first().found()).isEqualTo("rst_shown_once");
        assertThat(asked).containsExactly("POST /organizations", "GET /organizations/acme/members",
                "GET /organizations/acme/members/" + ADA, "POST /invitations/accept", TOKENS);
    }

    @Test
    void ada_has_accepted_as_one_who_signs_in_with_google_has() throws Exception {
        statuses.putAll(Map.of("/organizations", 201, "/invitations/accept", 200));
        first().found();
        assertThat(SECRETS.invitationSigner().verify(accepted.path("token").asString()))
                .hasValue(new InvitationToken(ADA, INVITATION, 1));
        assertThat(accepted.path("verifiedEmail").asString()).isEqualTo("ada@acme.example");
        assertThat(accepted.at("/identity/provider").asString()).isEqualTo("google");
        assertThat(accepted.at("/identity/subject").asString())
                .isEqualTo(StandInProviders.subject(ImitatedProvider.GOOGLE, "ada@acme.example"));
    }

    @Test
    void a_start_that_was_interrupted_before_the_acceptance_is_finished() throws Exception {
        statuses.putAll(Map.of("/organizations", 409, "/invitations/accept", 200));
        first().found();
        assertThat(asked).endsWith("POST /invitations/accept", TOKENS);
    }

    @Test
    void one_that_was_interrupted_before_the_view_knew_of_the_acceptance_is_finished() throws Exception {
        statuses.putAll(Map.of("/organizations", 409, "/invitations/accept", 410));
        first().found();
        assertThat(asked).endsWith("POST /invitations/accept", TOKENS);
    }

    @Test
    void one_that_was_interrupted_after_the_acceptance_has_nothing_left_to_do() throws Exception {
        statuses.putAll(Map.of("/organizations", 409));
        adaStatus = "active";
        first().found();
        assertThat(asked).doesNotContain("POST /invitations/accept").endsWith(TOKENS);
    }

    @Test
    void an_unexpected_answer_is_reported() {
        statuses.putAll(Map.of("/organizations", 401));
        assertThatThrownBy(first()::found).hasMessageContaining("POST /organizations answers 401");
    }

    private FirstOrganization first() {
        var port = services.getAddress().getPort();
        return new FirstOrganization(new Settings(Path.of(""), Path.of(""), Map.of(Port.COMMAND, port, Port.QUERY, port)), SECRETS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        if (path.equals("/invitations/accept")) {
            accepted = JsonMapper.shared().readTree(exchange.getRequestBody());
        }
        var member = """
                {"secret":"rst_shown_once","memberId":"%s","email":"ada@acme.example","status":"%s","invitation":{"invitationId":"%s"}}"""
                .formatted(ADA, adaStatus, INVITATION);
        var body = (path.endsWith("/members") ? "{\"data\":[" + member + "]}" : member).getBytes(StandardCharsets.UTF_8);
        assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer operator-token");
        exchange.sendResponseHeaders(statuses.getOrDefault(path, path.endsWith("/api-tokens") ? 201 : 200), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
