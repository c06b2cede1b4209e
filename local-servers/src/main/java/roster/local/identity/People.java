package roster.local.identity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import roster.local.identity.oauth.Person;

/** The persons to sign in as: an initial list, and those entered since. */
final class People {
    private final CopyOnWriteArrayList<Person> people = new CopyOnWriteArrayList<>(List.of(
            new Person("Ada Lovelace", "ada@acme.example", true),
            new Person("Grace Hopper", "grace@navy.example", true),
            new Person("Alan Turing", "alan@bletchley.example", true, "alan.turing@acme.example"),
            new Person("Katherine Johnson", "katherine@nasa.example", true)));

    /** All persons. New ones are appended, so that indexes stay valid. */
    List<Person> all() {
        return List.copyOf(people);
    }

    Optional<Person> at(String place) {
        return place.matches("\\d{1,6}") ? people.stream().skip(Long.parseLong(place)).findFirst() : Optional.empty();
    }

    void add(Person person) {
        people.addIfAbsent(person);
    }
}
