package roster.local.identity;

import roster.local.identity.oauth.Parameters;
import roster.local.identity.oauth.SignInPerson;

/**
 * Content of the form for a person who is not on the list.
 *
 * @param problem error message, empty when the form is valid
 */
record Typed(String name, String email, boolean verified, String problem) {
    static final Typed NOTHING = new Typed("", "", true, "");

    static Typed in(Parameters form) {
        var typed = new Typed(form.get("name").strip(), form.get("email").strip(), form.has("verified"), "");
        if (typed.name.isEmpty()) {
            return typed.with("Enter a name.");
        }
        return typed.email.matches("[^@]+@[^@]+") ? typed : typed.with("Enter an e-mail address, such as grace@navy.example.");
    }

    private Typed with(String problem) {
        return new Typed(name, email, verified, problem);
    }

    boolean isComplete() {
        return problem.isEmpty();
    }

    SignInPerson person() {
        return new SignInPerson(name, email, verified);
    }
}
