package roster.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.TestClock;

/** Delivery results that arrive after the invitation or the membership has ended. */
@ServiceTest
class EndedInvitationMailsTest {
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;
    @Autowired private Teams teams;
    @Autowired private TestClock clock;

    /** Ways in which an invitation goes on after its e-mail was sent. */
    enum End {
        ACCEPTED {
            @Override
            void carryOut(Ended it, TestClock clock) {
                it.succeeds(it.client.accept(it.team.link(it.invited), GRACE));
            }
        },
        REVOKED {
            @Override
            void carryOut(Ended it, TestClock clock) {
                it.succeeds(it.team.post(it.member(), "invitation/revoke"));
            }
        },
        DECLINED {
            @Override
            void carryOut(Ended it, TestClock clock) {
                it.succeeds(it.client.anonymous().post("/invitations/decline", "{\"token\": \"%s\"}".formatted(it.team.link(it.invited))));
            }
        },
        EXPIRED {
            @Override
            void carryOut(Ended it, TestClock clock) {
                clock.forward(Duration.ofDays(8));
                it.succeeds(
                        it.client.anonymous().post("/invitations/ask-again", "{\"token\": \"%s\"}".formatted(it.team.link(it.invited))));
            }
        },
        DELETED {
            @Override
            void carryOut(Ended it, TestClock clock) {
                ACCEPTED.carryOut(it, clock);
                it.succeeds(it.team.delete(it.member()));
            }
        },
        ERASED {
            @Override
            void carryOut(Ended it, TestClock clock) {
                DELETED.carryOut(it, clock);
                it.succeeds(it.team.post(it.member(), "erase"));
            }
        },
        SENT_AGAIN {
            @Override
            void carryOut(Ended it, TestClock clock) {
                it.succeeds(it.team.post(it.member(), "invitation/resend"));
            }
        },
        INVITED_ANEW {
            @Override
            void carryOut(Ended it, TestClock clock) {
                REVOKED.carryOut(it, clock);
                it.succeeds(it.team.invite(GRACE, "admin"));
            }
        };

        abstract void carryOut(Ended it, TestClock clock);
    }

    record Ended(Client client, Team team, Response invited) {
        UUID member() {
            return invited.id("/memberId");
        }

        UUID invitation() {
            return invited.id("/invitation/invitationId");
        }

        void succeeds(Response answer) {
            assertThat(answer.status()).as(answer.raw()).isBetween(200, 299);
        }
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void a_result_is_recorded_with_its_invitation_whatever_became_of_the_membership(End end) {
        var team = teams.founded("mail-" + end.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var ended = new Ended(client, team, team.invite(GRACE, "developer"));
        end.carryOut(ended, clock);

        var reported = client.asNotificationService().post("/invitation-mails", """
                {"memberId": "%s", "invitationId": "%s", "issue": 1, "recipient": "invitee"}"""
                .formatted(ended.member(), ended.invitation()));

        assertThat(reported.status()).as(reported.raw()).isEqualTo(204);
        assertThat(team.events(ended.invitation())).singleElement().satisfies(it -> {
            assertThat(it.type().storedName()).isEqualTo("invitation_mail.sent");
            assertThat(it.organizationId()).isEqualTo(team.id());
        });
    }
}
