package roster.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.Organization;
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.mail.Language;
import roster.contract.role.Scope;

/** API tokens and settings of an organization. */
final class Settings {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Organization organization;
    private final Authors authors;
    private final Random random;
    private final Ids ids;
    private final List<Token> tokens = new ArrayList<>();
    private Language language = Language.ENGLISH;

    Settings(Organization organization, Authors authors, Random random, Ids ids) {
        this.organization = organization;
        this.authors = authors;
        this.random = random;
        this.ids = ids;
    }

    private record Token(UUID id, @Nullable UUID owner) {}

    /** @param member who may become the owner of a token */
    Happening change(@Nullable Life member, Instant at) {
        int choice = random.nextInt(100);
        if (choice < 5) {
            return localeChanged();
        }
        return choice < 40 && !tokens.isEmpty() ? revoked() : created(choice < 70 ? null : member, at);
    }

    private Happening localeChanged() {
        var from = language;
        language = from == Language.ENGLISH ? Language.GERMAN : Language.ENGLISH;
        return authors.act(new OrganizationLocaleChanged(organization.id(), from, language));
    }

    private Happening created(@Nullable Life owner, Instant at) {
        var token = new Token(ids.at(at), owner == null ? null : owner.id);
        tokens.add(token);
        var scopes = Arrays.asList(Scope.values()).subList(0, 1 + random.nextInt(Scope.values().length));
        var created = new ApiTokenCreated(token.id, owner == null ? ApiTokenKind.ORGANIZATION : ApiTokenKind.PERSONAL, token.owner,
                "token " + tokens.size(), List.copyOf(scopes), random.nextBoolean() ? null : at.plus(YEAR));
        var happening = owner == null ? authors.act(created) : Authors.self(owner, created);
        if (owner == null) {
            authors.tokens.add(token.id);
        }
        return happening;
    }

    private Happening revoked() {
        var token = tokens.remove(random.nextInt(tokens.size()));
        authors.tokens.remove(token.id);
        return authors.act(new ApiTokenRevoked(token.id, token.owner));
    }
}
