package roster.systemtest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import roster.local.PerJvm;
import roster.systemtest.running.Answer;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;
import roster.systemtest.running.Tables;

/** Searches logs, metrics and tables for secrets after each kind was used, valid and invalid. */
@OnSharedRoster
class SecretsTest {
    private static final String EMAIL = "sue@secrets.example";

    private final Map<String, String> secrets = new HashMap<>();
    private final StringBuilder told = new StringBuilder();

    @Test
    void no_secret_is_in_logs_events_tables_metrics_or_errors(Roster roster) throws SQLException {
        journey(roster);

        var found = new ArrayList<String>();
        var places = Map.of("the logs", roster.logs(), "the tables", Tables.text(roster), "Kafka", roster.kafka().all().toString(),
                "the metrics", roster.metrics(), "the answers", told.toString());
        places.forEach((place, text) -> secrets.forEach((name, secret) -> {
            if (text.contains(secret)) {
                found.add(name + " in " + place);
            }
        }));

        assertThat(places).allSatisfy((place, text) -> assertThat(text).as(place).hasSizeGreaterThan(500));
        assertThat(places.get("the tables")).as("a search that finds").contains(EMAIL);
        assertThat(places.get("the logs")).contains("needed=roles.manage");
        assertThat(found).isEmpty();
    }

    /** Only the launcher, which migrates, reads the owner's password, from a file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void no_process_is_told_the_password_of_the_owner_of_the_schemas(Roster roster) {
        var passwords = List.of(roster.secret("database-owner"), roster.secret("database-superuser"));

        for (var process : roster.everything()) {
            var told = told(process, "environ") + told(process, "cmdline");
            assertThat(passwords).as(process.info().commandLine().orElse("")).noneMatch(told::contains);
        }
        assertThat(roster.everything().stream().filter(process -> told(process, "environ").contains(roster.secret("database-command"))))
                .as("a search that finds").isNotEmpty();
    }

    private static String told(ProcessHandle process, String what) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), what)), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return ""; // it has ended
        }
    }

    private void journey(Roster roster) {
        var operator = roster.commands();
        secrets.put("the operator's token", roster.operatorToken());
        secrets.put("the token of notification-service", roster.notificationToken());
        secrets.put("the master key", roster.masterKeys().substring(roster.masterKeys().indexOf(':') + 1));
        tell(operator.post("/organizations", """
                {"slug": "secrets", "name": "Secrets", "admin": {"name": "Sue", "email": "%s"}}""".formatted(EMAIL)));
        secrets.put("a link", roster.mails().to(EMAIL, 1).getFirst().token());
        secrets.put("a sign-in", PerJvm.issuer().token("sue", "roster", Map.of("email", EMAIL, "email_verified", true)));
        var sue = operator.as(secret("a sign-in"));
        tell(sue.post("/invitations/accept", "{\"token\": \"" + secret("a link") + "\"}", "Idempotency-Key", "accept"));
        tell(sue.post("/invitations/accept", "{\"token\": \"" + secret("a link") + "x\"}"));
        var created = sue.post("/organizations/secrets/api-tokens", """
                {"name": "a token", "kind": "organization", "scopes": ["audit"]}""", "Idempotency-Key", "create");
        secrets.put("a token", created.text("/secret"));
        var program = operator.as(secret("a token"));
        tell(program.send("PUT", "/organizations/secrets/members/" + created.text("/tokenId") + "/role", "{\"role\": \"admin\"}"));
        tell(program.post("/organizations/secrets/members", "{\"name\": \"" + secret("a token") + "\""));
        tell(roster.queries().as(secret("a token")).get("/organizations/secrets/members"));
        tell(operator.as(secret("a token") + "x").get("/organizations/secrets/members"));
        tell(operator.as(roster.operatorToken() + "x").get("/organizations/secrets/members"));
        tell(operator.as(secret("a sign-in") + "x").get("/organizations/secrets/members"));
        tell(roster.queries().get("/organizations/secrets/api-tokens", "Consistency-Token", created.consistencyToken()));
    }

    private String secret(String name) {
        return Objects.requireNonNull(secrets.get(name));
    }

    private void tell(Answer answer) {
        told.append(answer.status()).append(answer.body()).append(answer.headers().map()).append('\n');
    }
}
