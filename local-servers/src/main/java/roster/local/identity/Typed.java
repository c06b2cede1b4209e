package roster.local.identity;

import roster.local.identity.oauth.Parameters;
import roster.local.identity.oauth.Person;

/**
 * What stands in the fields for somebody who is not on the list.
 *
 * @param problem why it does not do, or nothing
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

    Person person() {
        return new Person(name, email, verified);
    }
}
