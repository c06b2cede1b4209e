package roster.notification.ledger;

import java.util.List;

/**
 * What events mean for the ledger: letters that are owed, invitations of which earlier letters must not leave any more, and letters that
 * are known to have come to something.
 */
public record Entries(List<Letter> letters, List<Ending> endings, List<Told> told) {
    public static final Entries NONE = new Entries(List.of(), List.of(), List.of());

    public Entries {
        letters = List.copyOf(letters);
        endings = List.copyOf(endings);
        told = List.copyOf(told);
    }

    public Entries(List<Letter> letters, List<Ending> endings) {
        this(letters, endings, List.of());
    }

    /** All of them together. */
    public static Entries of(List<Entries> entries) {
        return new Entries(entries.stream().flatMap(it -> it.letters.stream()).toList(),
                entries.stream().flatMap(it -> it.endings.stream()).toList(),
                entries.stream().flatMap(it -> it.told.stream()).toList());
    }

    public Entries and(Entries more) {
        return of(List.of(this, more));
    }
}
