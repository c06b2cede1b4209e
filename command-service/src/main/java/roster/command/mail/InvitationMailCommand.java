package roster.command.mail;

import java.util.UUID;

import roster.command.access.NotificationServiceOnly;
import roster.command.bus.Command;
import roster.contract.event.InvitationMailEvent;

/** What can be asked of an invitation's mail. */
sealed interface InvitationMailCommand extends Command {
    UUID invitationId();

    @Override
    default UUID aggregateId() {
        return invitationId();
    }

    /** @param news what is to be recorded, unless it is known */
    @NotificationServiceOnly
    record RecordInvitationMail(UUID organizationId, InvitationMailEvent news) implements InvitationMailCommand {
        @Override
        public UUID invitationId() {
            return news.invitationId();
        }
    }
}
