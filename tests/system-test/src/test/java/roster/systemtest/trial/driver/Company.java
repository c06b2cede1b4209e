package roster.systemtest.trial.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** What a client knows of an organization that only it changes. */
public final class Company {
    final String slug;
    final String id;
    final Person admin;
    final List<Person> people = new ArrayList<>();
    final List<Token> tokens = new ArrayList<>();
    final Random random;
    String locale = "en";
    long version;
    boolean reportedFailed;
    boolean reportedSent;
    private int named;

    Company(String slug, String id, Person admin, Random random) {
        this.slug = slug;
        this.id = id;
        this.admin = admin;
        this.random = random;
    }

    String path() {
        return "/organizations/" + slug;
    }

    String path(Person person) {
        return path() + "/members/" + person.id;
    }

    /** A text that occurs nowhere else, and is part of no other one. */
    String unique(String word) {
        return word + "-" + slug + "-" + ++named + "z";
    }

    /** A member, mostly one for which the condition holds, or the admin's invitee that was added last. */
    Person anyone(Predicate<Person> condition) {
        var fitting = people.stream().filter(condition).toList();
        return fitting.isEmpty() || random.nextInt(6) == 0 ? one(people) : one(fitting);
    }

    private Person one(List<Person> some) {
        return some.get(random.nextInt(some.size()));
    }

    public String id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    /** All members, the first admin included. */
    public List<Person> everyone() {
        var all = new ArrayList<>(people);
        all.add(admin);
        return all;
    }
}
