package roster.command.mail;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

import roster.command.mail.InvitationMailCommand.RecordInvitationMail;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.mail.MailRecipient;

/** The e-mails of an invitation, with one result each. A success replaces a failure: an e-mail that was given up may have been sent. */
public class InvitationMail {
    private record Letter(int issue, MailRecipient recipient) {
        static Letter of(InvitationMailEvent event) {
            return new Letter(event.issue(), event.recipient());
        }
    }

    /** Read by Axon. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier private UUID id;
    private final Set<Letter> sent = new HashSet<>();
    private final Set<Letter> failed = new HashSet<>();

    /** For Axon, which applies the events afterwards. */
    @SuppressWarnings("NullAway.Init")
    InvitationMail() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordInvitationMail command) {
        if (isNews(command.news())) {
            apply(command.news());
        }
    }

    private boolean isNews(InvitationMailEvent event) {
        var letter = Letter.of(event);
        return !sent.contains(letter) && switch (event) {
            case InvitationMailSent _ -> true;
            case InvitationMailFailed _ -> !failed.contains(letter);
        };
    }

    @EventSourcingHandler
    void on(InvitationMailSent event) {
        id = event.invitationId();
        sent.add(Letter.of(event));
    }

    @EventSourcingHandler
    void on(InvitationMailFailed event) {
        id = event.invitationId();
        failed.add(Letter.of(event));
    }
}
