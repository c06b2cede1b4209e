package roster.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.notification.Surroundings;
import roster.notification.mail.ScriptedRelay;
import roster.notification.mail.ScriptedRelay.Received;

/** A new queue reads an old topic whose offsets the group has already committed. */
class OldTopicTest {
    private final ScriptedRelay relay = new ScriptedRelay();
    private final String house = "@" + UUID.randomUUID() + ".example";

    @Test
    void only_what_is_still_open_and_has_not_left_by_the_record_leaves() throws Exception {
        Topics.createIfAbsent();
        try (relay; var topics = new Topics()) {
            for (int i = 0; i < 200; i++) {
                var over = invited("over-" + i, Duration.ofDays(7));
                topics.publish(UUID.randomUUID(), 0, over);
                var told = invited("told-" + i, Duration.ofDays(7));
                topics.publish(UUID.randomUUID(), 0, told);
                topics.publish(UUID.randomUUID(), 0, invited("late-" + i, Duration.ofDays(-1)));
                topics.publish(UUID.randomUUID(), 1, i % 2 == 0
                        ? new InvitationRevoked(over.memberId(), over.invitationId())
                        : new InvitationAccepted(over.memberId(), over.invitationId(), over.role(), null));
                topics.publish(UUID.randomUUID(), 0,
                        new InvitationMailSent(told.invitationId(), told.memberId(), 1, MailRecipient.INVITEE));
            }
            topics.publish(UUID.randomUUID(), 0, invited("open", Duration.ofDays(7)));
            Topics.commitTheEnd("old-topic");

            try (var _ = Surroundings.startAlone(Surroundings.freshMailQueue(), relay, "old-topic")) {
                await().untilAsserted(() -> assertThat(received()).contains("open" + house));
                topics.publish(UUID.randomUUID(), 0, invited("new", Duration.ofDays(7)));
                await().untilAsserted(() -> assertThat(received()).contains("new" + house));
            }
            assertThat(received()).containsOnly("open" + house, "new" + house);
        }
    }

    private List<String> received() {
        return relay.received().stream().map(Received::to).filter(it -> it.endsWith(house)).toList();
    }

    private MemberInvited invited(String name, Duration life) {
        return new MemberInvited(UUID.randomUUID(), new Organization(UUID.randomUUID(), "acme", "Acme"), UUID.randomUUID(), name,
                name + house, Role.ADMIN, null, Instant.now().plus(life));
    }
}
