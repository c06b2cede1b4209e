package roster.local.identity;

import java.util.stream.Stream;

import roster.local.identity.oauth.Parameters;
import roster.local.identity.oauth.SignInPerson;

/**
 * Content of the form for a person who is not on the list.
 *
 * @param others  further verified addresses, separated by spaces or commas
 * @param account earlier address of the same account; empty when it was never changed
 * @param problem error message, empty when the form is valid
 */
record Typed(String name, String email, boolean verified, String others, String account, String problem) {
    static final Typed NOTHING = new Typed("", "", true, "", "", "");
    private static final String ADDRESS = "[^@\\s,]+@[^@\\s,]+";

    static Typed in(Parameters form) {
        var typed = new Typed(form.get("name").strip(), form.get("email").strip(), form.has("verified"), form.get("others").strip(),
                form.get("account").strip(), "");
        if (typed.name.isEmpty()) {
            return typed.with("Enter a name.");
        }
        return Stream.concat(Stream.of(typed.email), typed.further()).allMatch(it -> it.matches(ADDRESS)) ? typed
                : typed.with("Enter an e-mail address, such as grace@navy.example.");
    }

    private Typed with(String problem) {
        return new Typed(name, email, verified, others, account, problem);
    }

    private Stream<String> listed() {
        return Stream.of(others.split("[\\s,]+")).filter(it -> !it.isEmpty());
    }

    private Stream<String> further() {
        return account.isEmpty() ? listed() : Stream.concat(listed(), Stream.of(account));
    }

    boolean isComplete() {
        return problem.isEmpty();
    }

    SignInPerson person() {
        return new SignInPerson(name, email, verified, null, listed().toList(), account.isEmpty() ? email : account);
    }
}
