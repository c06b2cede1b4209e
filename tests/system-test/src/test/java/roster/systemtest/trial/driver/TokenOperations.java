package roster.systemtest.trial.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands of operators on API tokens. */
final class TokenOperations {
    private TokenOperations() {}

    static TrialCommand create(Company company) {
        return create(company, "organization", company.tokens);
    }

    /** @param tokens where the client remembers it */
    static TrialCommand create(Company company, String kind, List<Token> tokens) {
        return TrialCommand.of("apiToken.create", "POST", company.path() + "/api-tokens", """
                {"name": "%s", "kind": "%s", "scopes": ["directory"]}""".formatted(company.unique("token"), kind),
                Prediction.creates("api_token.created"), answer -> tokens.add(new Token(answer.text("/tokenId"))));
    }

    /** Empty while there are none. */
    static Optional<TrialCommand> revoke(Company company) {
        var all = new ArrayList<>(company.tokens);
        company.people.forEach(it -> all.addAll(it.tokens));
        return all.isEmpty() ? Optional.empty() : Optional.of(revoke(company, all.get(company.random.nextInt(all.size()))));
    }

    private static TrialCommand revoke(Company company, Token token) {
        long version = token.revoked ? 1 : 0;
        return TrialCommand.of("apiToken.revoke", "DELETE", company.path() + "/api-tokens/" + token.id, null,
                token.revoked ? Prediction.changes(204, token.id, version)
                        : Prediction.changes(204, token.id, version, "api_token.revoked"),
                _ -> token.revoked = true).at(version);
    }
}
