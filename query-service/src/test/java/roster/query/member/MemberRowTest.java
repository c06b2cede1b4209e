package roster.query.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roster.contract.role.Role.DEVELOPER;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.Organization;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.contract.member.InvitationMails;
import roster.contract.member.InvitationMails.Mail;
import roster.contract.member.InvitationMails.MailStatus;
import roster.contract.role.Role;
import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;

class MemberRowTest {
    private static final Organization ACME = new Organization(UUID.randomUUID(), "acme", "Acme");
    private static final UUID GRACE = UUID.randomUUID();
    private static final UUID INVITATION = UUID.randomUUID();
    private static final Instant MONDAY = Instant.parse("2031-05-05T10:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2031-05-09T10:00:00Z");

    private final MemberRow invited = MemberRow.evolve(null,
            recorded(0, new MemberInvited(GRACE, ACME, INVITATION, "Grace", "grace@navy.example", DEVELOPER, null, FRIDAY)));
    private final InvitationResent resent = new InvitationResent(GRACE, ACME, INVITATION, 2, "Grace", "grace@navy.example", DEVELOPER, null,
            FRIDAY);
    private final InvitationMailSent sent = new InvitationMailSent(INVITATION, GRACE, 1, MailRecipient.INVITER);
    private final InvitationMailFailed failed = new InvitationMailFailed(INVITATION, GRACE, 1, MailRecipient.INVITEE,
            MailFailure.MAILBOX_FULL, "552 5.2.2");

    @Test
    void the_last_news_of_each_e_mail_are_kept_and_the_version_is_the_members_own() {
        var mailed = MemberRow.mailed(MemberRow.mailed(invited, recorded(0, sent)), recorded(1, failed));

        assertThat(mailed.mails()).isEqualTo(new InvitationMails(
                new Mail(MailStatus.FAILED, MONDAY.plusSeconds(1), MailFailure.MAILBOX_FULL), new Mail(MailStatus.SENT, MONDAY, null), 2));
        assertThat(mailed.member().version()).isZero();
        assertThat(MemberRow.evolve(mailed, recorded(1, new MemberRoleChanged(GRACE, DEVELOPER, Role.ADMIN))).mails())
                .isEqualTo(mailed.mails());
    }

    @Test
    void news_of_an_e_mail_that_was_sent_anew_only_count() {
        var again = MemberRow.evolve(MemberRow.mailed(invited, recorded(0, failed)), recorded(1, resent));

        assertThat(again.mails()).isEqualTo(new InvitationMails(null, null, 1));
        assertThat(MemberRow.mailed(again, recorded(1, sent)).mails()).isEqualTo(new InvitationMails(null, null, 2));
    }

    @Test
    void results_of_an_invitation_that_has_ended_are_kept_with_it() {
        var revoked = MemberRow.evolve(invited, recorded(1, new InvitationRevoked(GRACE, INVITATION)));

        assertThat(MemberRow.mailed(revoked, recorded(0, sent)).mails())
                .isEqualTo(new InvitationMails(null, new Mail(MailStatus.SENT, MONDAY, null), 1));
    }

    @Test
    void news_that_do_not_follow_are_noticed() {
        assertThatThrownBy(() -> MemberRow.mailed(invited, recorded(3, sent))).as("missed").hasMessageContaining("event 3 of invitation");
        assertThatThrownBy(() -> MemberRow.mailed(null, recorded(0, sent))).as("of no member").hasMessageContaining("position 0");
    }

    private static RecordedEvent recorded(long sequence, Event event) {
        return new RecordedEvent(sequence, UUID.randomUUID(), event.aggregateId(), sequence, EventType.of(event),
                MONDAY.plusSeconds(sequence),
                new EventMetadata(ACME.id(), Actor.SYSTEM, null, null, "correlation", "causation", null, null, null), event);
    }
}
