package roster.population;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Names of people, some with accents, and addresses that follow from them. */
final class Names {
    private static final List<String> FIRST = List.of("Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Frances", "Tony", "Zoë",
            "José", "Renée", "Jürgen", "Margaret", "Niklaus", "Radia", "Ken", "Dennis", "Adele", "Katherine", "Leslie", "Åsa", "Chloé",
            "Shafi", "Silvio", "Lynn", "Karen", "Robin", "Vint", "Whitfield", "Évariste");
    private static final List<String> LAST = List.of("Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Allen", "Hoare",
            "Müller", "García", "O'Neill", "Nuñez", "Hamilton", "Wirth", "Perlman", "Thompson", "Ritchie", "Goldberg", "Johnson", "Lamport",
            "Ångström", "Dvořák", "Goldwasser", "Micali", "Conway", "Spärck Jones", "Milner", "Cerf", "Diffie", "Galois");
    private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[^a-z]+");

    private Names() {}

    static String any(Random random) {
        return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
    }

    /** The name with another surname. */
    static String married(String name, Random random) {
        return name.substring(0, name.indexOf(' ') + 1) + LAST.get(random.nextInt(LAST.size()));
    }

    /** An address that no other member of the organization has, as long as the number is theirs. */
    static String address(String name, int number, String domain) {
        var ascii = Normalizer.normalize(name, Form.NFD).toLowerCase(Locale.ROOT);
        return NOT_IN_ADDRESSES.matcher(ascii).replaceAll("") + "." + number + "@" + domain;
    }
}
