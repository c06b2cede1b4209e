package roster.notification.ledger;

import java.util.List;
import java.util.UUID;

/**
 * What events mean for the ledger: letters that are owed, invitations of which earlier letters must not leave any more, letters that
 * are known to have come to something, and members of whom nothing must be known any more.
 */
public record Entries(List<Letter> letters, List<Ending> endings, List<Told> told, List<UUID> erased) {
    public static final Entries NONE = new Entries(List.of(), List.of());

    public Entries {
        letters = List.copyOf(letters);
        endings = List.copyOf(endings);
        told = List.copyOf(told);
        erased = List.copyOf(erased);
    }

    public Entries(List<Letter> letters, List<Ending> endings) {
        this(letters, endings, List.of(), List.of());
    }

    /** All of them together. */
    public static Entries of(List<Entries> entries) {
        return new Entries(entries.stream().flatMap(it -> it.letters.stream()).toList(),
                entries.stream().flatMap(it -> it.endings.stream()).toList(),
                entries.stream().flatMap(it -> it.told.stream()).toList(),
                entries.stream().flatMap(it -> it.erased.stream()).toList());
    }

    public Entries and(Entries more) {
        return of(List.of(this, more));
    }
}
