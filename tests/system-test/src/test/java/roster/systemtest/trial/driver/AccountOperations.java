package roster.systemtest.trial.driver;

import static roster.contract.event.MemberStatus.ACTIVE;
import static roster.contract.event.MemberStatus.DELETED;

import java.util.Map;
import java.util.Optional;

import roster.local.issuer.LocalIssuer;

/** Commands of members in person: on their accounts and tokens. */
record AccountOperations(LocalIssuer issuer) {
    private static final String AUDIENCE = "roster";

    /** Empty while no member can sign in. */
    Optional<TrialCommand> link(Company company) {
        return signsIn(company).map(it -> {
            var subject = company.unique("account");
            var proof = issuer.token(subject, AUDIENCE, Map.of("idp", "github", "link_to", "github:" + it.subjects.getFirst()));
            return MemberOperations.on(company, it, "linkedAccount.link", "POST", "/accounts", "{\"proof\": \"%s\"}".formatted(proof),
                    MemberOperations.changes(204, it, "member.account_linked"), () -> it.subjects.add(subject)).by(signIn(it));
        });
    }

    /** Unlinks the account that accepted the invitation: the client knows only its id, which is that of the member. */
    static TrialCommand unlink(Company company) {
        var it = company.anyone(person -> !person.is(DELETED) && person.firstAccount && person.subjects.size() > 1);
        return MemberOperations.on(company, it, "linkedAccount.unlink", "DELETE", "/accounts/" + it.id, null, unlinked(it), () -> {
            it.subjects.removeFirst();
            it.firstAccount = false;
        });
    }

    private static Prediction unlinked(Person person) {
        if (person.is(DELETED)) {
            return Prediction.rejected(409, "member-deleted");
        }
        if (!person.firstAccount) {
            return Prediction.rejected(404, "not-found");
        }
        return person.subjects.size() > 1 ? MemberOperations.changes(204, person, "member.account_unlinked")
                : Prediction.rejected(409, "last-account");
    }

    /** A personal token; empty while no member can sign in. */
    Optional<TrialCommand> createToken(Company company) {
        return signsIn(company).map(it -> TokenOperations.create(company, "personal", it.tokens).by(signIn(it)));
    }

    private static Optional<Person> signsIn(Company company) {
        var some = company.people.stream().filter(it -> it.is(ACTIVE)).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(company.random.nextInt(some.size())));
    }

    private String signIn(Person person) {
        return issuer.token(person.subjects.getFirst(), AUDIENCE, Map.of("idp", "github"));
    }
}
