package roster.console.tokens;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.page.UserZone;
import roster.console.service.CommandCall;
import roster.console.service.CommandClient;
import roster.console.service.ServiceRejected;

/** The dialog "Create API token", and the only page that shows a secret. The secret is not stored in the session, a URL or the log. */
@Controller
@RequestMapping("/organizations/{org}/api-tokens/create")
class CreationController {
    private static final String VIEW = "tokens/create";

    private final CommandClient commands;
    private final Clock clock = Clock.systemUTC();

    CreationController(CommandClient commands) {
        this.commands = commands;
    }

    /**
     * @param day    last day of validity, for an expiry on a date
     * @param opened time at which the form was opened, so that sending it again is the same request
     * @param key    idempotency key of this form
     */
    record Form(@Nullable String name, @Nullable String kind, @Nullable List<String> scopes, @Nullable ExpiryChoice expiry,
            @Nullable String day, @Nullable Instant opened, @Nullable String key) {
        static Form empty(Instant now) {
            return new Form("", "personal", List.of(), ExpiryChoice.QUARTER, null, now, UUID.randomUUID().toString());
        }

        public boolean has(String scope) {
            return scopes != null && scopes.contains(scope);
        }

        Map<String, Object> body() {
            var body = new HashMap<String, Object>(Map.of("name", name == null ? "" : name.strip(),
                    "kind", Objects.requireNonNullElse(kind, "personal"), "scopes", Objects.requireNonNullElse(scopes, List.of())));
            var expiresAt = expiresAt();
            if (expiresAt != null) {
                body.put("expiresAt", expiresAt);
            }
            return body;
        }

        private @Nullable Instant expiresAt() {
            if (opened == null) {
                throw ServiceRejected.malformed("The form lacks the time at which it was opened.");
            }
            var chosen = Objects.requireNonNullElse(expiry, ExpiryChoice.QUARTER);
            var last = chosen == ExpiryChoice.DAY ? lastDay() : null;
            try {
                return chosen.after(opened, last);
            } catch (DateTimeException | ArithmeticException _) {
                throw ServiceRejected.malformed("The token would expire too late.");
            }
        }

        private LocalDate lastDay() {
            return UserZone.day("day", Objects.requireNonNullElse(day, ""));
        }
    }

    /** @param secret null when it has been shown before */
    record Created(String name, @Nullable String secret) {
        static Created of(JsonNode answer) {
            var secret = answer.path("secret");
            return new Created(answer.path("name").asString(), secret.isString() ? secret.asString() : null);
        }

        @Override
        public String toString() {
            return "Created[" + name + "]";
        }
    }

    @ModelAttribute("expiries")
    ExpiryChoice[] expiries() {
        return ExpiryChoice.values();
    }

    @GetMapping
    String dialog(Membership here, Model model) {
        model.addAttribute("choices", ScopeChoice.grantable(here));
        model.addAttribute("form", Form.empty(clock.instant()));
        return VIEW;
    }

    @PostMapping
    Object create(Membership here, @ModelAttribute("form") Form form, Model model) {
        try {
            var answer = commands.send(CommandCall.post("/organizations/{org}/api-tokens", here.organizationId())
                    .with(form.body()).once(Objects.requireNonNullElse(form.key, "")));
            model.addAttribute("created", Created.of(answer));
            return "tokens/created";
        } catch (ServiceRejected e) {
            model.addAttribute("choices", ScopeChoice.grantable(here));
            return Dialogs.again(VIEW, e.problem(), model);
        }
    }
}
