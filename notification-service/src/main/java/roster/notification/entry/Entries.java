package roster.notification.entry;

import java.util.List;
import java.util.UUID;

/**
 * Changes of the queue that follow from events: e-mails to send, members whose earlier e-mails are cancelled, recorded results, and members
 * to erase.
 */
public record Entries(List<Email> emails, List<Ending> endings, List<Told> told, List<UUID> erased) {
    public static final Entries NONE = new Entries(List.of(), List.of());

    public Entries {
        emails = List.copyOf(emails);
        endings = List.copyOf(endings);
        told = List.copyOf(told);
        erased = List.copyOf(erased);
    }

    public Entries(List<Email> emails, List<Ending> endings) {
        this(emails, endings, List.of(), List.of());
    }

    /** The union of entries. */
    public static Entries of(List<Entries> entries) {
        return new Entries(entries.stream().flatMap(it -> it.emails.stream()).toList(),
                entries.stream().flatMap(it -> it.endings.stream()).toList(),
                entries.stream().flatMap(it -> it.told.stream()).toList(),
                entries.stream().flatMap(it -> it.erased.stream()).toList());
    }

    public Entries and(Entries more) {
        return of(List.of(this, more));
    }
}
