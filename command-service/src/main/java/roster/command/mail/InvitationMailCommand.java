package roster.command.mail;

import java.util.UUID;

import roster.command.access.NotificationServiceOnly;
import roster.command.bus.Command;
import roster.contract.event.InvitationMailEvent;

/** Commands on the e-mails of an invitation. */
sealed interface InvitationMailCommand extends Command {
    UUID invitationId();

    @Override
    default UUID aggregateId() {
        return invitationId();
    }

    /** @param news event to record, unless it is already recorded */
    @NotificationServiceOnly
    record RecordInvitationMail(UUID organizationId, InvitationMailEvent news) implements InvitationMailCommand {
        @Override
        public UUID invitationId() {
            return news.invitationId();
        }
    }
}
