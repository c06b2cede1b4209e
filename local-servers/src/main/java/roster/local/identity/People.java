package roster.local.identity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import roster.local.identity.oauth.Person;

/** Everybody whom one can sign in as: some to begin with, and whoever was typed since. */
final class People {
    private final CopyOnWriteArrayList<Person> people = new CopyOnWriteArrayList<>(List.of(
            new Person("Ada Lovelace", "ada@acme.example", true),
            new Person("Grace Hopper", "grace@navy.example", true),
            new Person("Alan Turing", "alan@bletchley.example", true, "alan.turing@acme.example"),
            new Person("Katherine Johnson", "katherine@nasa.example", true)));

    /** In an order that only ever grows, so that a place in it stays somebody's. */
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
