package roster.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.invitation.InvitationToken;
import roster.local.identity.ImitatedProvider;
import roster.local.identity.StandInProviders;
import roster.standalone.settings.Port;
import roster.standalone.settings.Secrets;
import roster.standalone.settings.Settings;

/**
 * Registers the first organization over HTTP, with an admin who has accepted the invitation with a Google account, and an API token. Each step
 * may have been done before, by a start that was interrupted.
 */
final class FirstOrganization {
    static final String SLUG = "acme";
    private static final String ADMIN_EMAIL = "ada@acme.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Settings settings;
    private final Secrets secrets;

    FirstOrganization(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** @return the secret of an API token of the organization, which is shown only once */
    String found() throws IOException, InterruptedException {
        command("/organizations", Map.of("slug", SLUG, "name", "Acme", "admin", Map.of("name", "Ada Lovelace", "email", ADMIN_EMAIL)),
                Set.of(201, 409));
        var ada = awaitAdmin();
        if (ada.path("status").asString().equals("invited")) {
            accept(ada);
        }
        return createToken().path("secret").asString();
    }

    /** Waits until the views include the admin. */
    private JsonNode awaitAdmin() throws IOException, InterruptedException {
        for (var deadline = Instant.now().plus(PATIENCE); Instant.now().isBefore(deadline); Thread.sleep(PAUSE_MILLIS)) {
            var admin = admin();
            if (admin.isPresent()) {
                return query("/organizations/" + SLUG + "/members/" + admin.get().path("memberId").asString());
            }
        }
        throw new IllegalStateException("query-service does not show the first admin of " + SLUG);
    }

    private Optional<JsonNode> admin() throws IOException, InterruptedException {
        return query("/organizations/" + SLUG + "/members").path("data").valueStream()
                .filter(member -> member.path("email").asString("").equals(ADMIN_EMAIL)).findFirst();
    }

    private void accept(JsonNode ada) throws IOException, InterruptedException {
        var token = new InvitationToken(UUID.fromString(ada.path("memberId").asString()),
                UUID.fromString(ada.at("/invitation/invitationId").asString()), 1);
        command("/invitations/accept",
                Map.of("token", secrets.invitationSigner().sign(token), "verifiedEmail", ADMIN_EMAIL, "identity",
                        Map.of("provider", ImitatedProvider.GOOGLE.id(), "subject",
                                StandInProviders.subject(ImitatedProvider.GOOGLE, ADMIN_EMAIL))),
                Set.of(200, 410));
    }

    private JsonNode createToken() throws IOException, InterruptedException {
        return command("/organizations/" + SLUG + "/api-tokens", Map.of("name", "first steps", "kind", "organization",
                "scopes", List.of("member-administration", "audit")), Set.of(201));
    }

    private JsonNode command(String path, Map<String, ?> body, Set<Integer> expected) throws IOException, InterruptedException {
        var response = http.send(request(Port.COMMAND, path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build(), HttpResponse.BodyHandlers.ofString());
        if (!expected.contains(response.statusCode())) {
            throw new IllegalStateException("POST " + path + " answers " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    /** An empty object when the resource does not exist yet. */
    private JsonNode query(String path) throws IOException, InterruptedException {
        var response = http.send(request(Port.QUERY, path).GET().build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 200 ? json.readTree(response.body()) : json.createObjectNode();
    }

    private HttpRequest.Builder request(Port port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port(port) + path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + secrets.operatorToken());
    }
}
