package roster.local.identity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import roster.local.identity.oauth.SignInPerson;

/** The persons to sign in as: an initial list, and those entered since. */
final class SignInPeople {
    private final CopyOnWriteArrayList<SignInPerson> people = new CopyOnWriteArrayList<>(List.of(
            new SignInPerson("Ada Lovelace", "ada@acme.example", true),
            new SignInPerson("Grace Hopper", "grace@navy.example", true),
            new SignInPerson("Alan Turing", "alan@bletchley.example", true, "alan.turing@acme.example", List.of(),
                    "alan@bletchley.example"),
            new SignInPerson("Katherine Johnson", "katherine@nasa.example", true)));

    /** All persons. New ones are appended, so that indexes stay valid. */
    List<SignInPerson> all() {
        return List.copyOf(people);
    }

    Optional<SignInPerson> at(String place) {
        return place.matches("\\d{1,6}") ? people.stream().skip(Long.parseLong(place)).findFirst() : Optional.empty();
    }

    void add(SignInPerson person) {
        people.addIfAbsent(person);
    }
}
