package roster.notification.ledger;

import java.util.List;

/** What events mean for the ledger: letters that are owed, and invitations of which earlier letters must not leave any more. */
public record Entries(List<Letter> letters, List<Ending> endings) {
    public static final Entries NONE = new Entries(List.of(), List.of());

    public Entries {
        letters = List.copyOf(letters);
        endings = List.copyOf(endings);
    }

    /** All of them together. */
    public static Entries of(List<Entries> entries) {
        return new Entries(entries.stream().flatMap(it -> it.letters.stream()).toList(),
                entries.stream().flatMap(it -> it.endings.stream()).toList());
    }

    public Entries and(Entries more) {
        return of(List.of(this, more));
    }
}
