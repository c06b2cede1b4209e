package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.RunningService;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.Together;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.role.Role;
import roster.local.Effort;

/** Two admins demote or delete each other or themselves at the same moment, at two instances. */
@ServiceTest
class TwoAdminsTest {
    private static final Logger log = LoggerFactory.getLogger(TwoAdminsTest.class);
    private static final int ROUNDS = Effort.of(50, 1_000);
    private static final String ADA = "ada@acme.example";
    private static final String GRACE = "grace@navy.example";

    @Autowired private Environment environment;

    @Autowired private Client client;

    @Autowired private Teams teams;

    @Autowired private JdbcClient jdbc;

    private enum Move {
        DEMOTE,
        SUSPEND,
        DELETE;

        Response make(Team as, UUID target) {
            return switch (this) {
                case DEMOTE -> as.changeRole(target, "developer");
                case SUSPEND -> as.post(target, "suspend");
                case DELETE -> as.delete(target);
            };
        }
    }

    /** One of the two admins of a round. */
    private static final class Seat {
        final String email;
        UUID member;

        Seat(String email, UUID member) {
            this.email = email;
            this.member = member;
        }

        boolean isActiveAdmin(Team team) {
            boolean active = false;
            var role = Role.DEVELOPER;
            for (var recorded : team.events(member)) {
                switch ((MemberEvent) recorded.event()) {
                    case InvitationAccepted it -> {
                        active = true;
                        role = it.role();
                    }
                    case MemberRoleChanged it -> role = it.to();
                    case MemberSuspended _,MemberDeleted _ -> active = false;
                    case MemberReactivated _ -> active = true;
                    default -> {
                    }
                }
            }
            return active && role == Role.ADMIN;
        }

        void restore(Team team) {
            if (isActiveAdmin(team)) {
                return;
            }
            var history = team.history(member);
            if (history.contains("member.deleted")) {
                member = team.join(email, "admin");
                return;
            }
            team.post(member, "reactivate");
            assertThat(team.changeRole(member, "admin").status()).isEqualTo(204);
        }
    }

    @Test
    void there_is_always_an_active_admin() {
        var seed = Effort.seed();
        log.info("-Droster.seed={}", seed);
        var random = new Random(seed);
        try (var second = RunningService.beside(environment)) {
            var team = teams.founded("two-admins");
            var seats = List.of(new Seat(ADA, team.ada()), new Seat(GRACE, team.join(GRACE, "admin")));
            var elsewhere = second.client();
            int raced = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var moves = List.of(move(team.as(client.signedIn(ADA)), random, seats),
                        move(team.as(elsewhere.signedIn(GRACE)), random, seats));
                var answers = Together.all(moves.size(), mover -> moves.get(mover).get());

                assertThat(answers).as("round " + round).allMatch(TwoAdminsTest::isOnItsMerits);
                var left = seats.stream().filter(it -> it.isActiveAdmin(team)).count();
                assertThat(left).as("round %d of seed %d", round, seed).isPositive()
                        .isEqualTo(jdbc.sql("""
                                select count(*) from command.membership
                                 where organization_id = ? and status = 'active' and role = 'admin'""").param(team.id())
                                .query(Long.class).single());
                raced += answers.stream().allMatch(it -> it.status() == 204) ? 0 : 1;
                seats.forEach(seat -> seat.restore(team));
            }
            assertThat(raced).as("rounds in which they were in each other's way").isPositive();
        }
    }

    private static Supplier<Response> move(Team as, Random random, List<Seat> seats) {
        var move = Move.values()[random.nextInt(Move.values().length)];
        var target = seats.get(random.nextInt(seats.size())).member;
        return () -> move.make(as, target);
    }

    /** True when it was carried out, rejected by a rule or a changed state, or no longer permitted. */
    private static boolean isOnItsMerits(Response answer) {
        return answer.status() == 204 || List.of("last-admin", "member-deleted", "member-not-active", "member-not-suspended", "forbidden",
                "not-found").contains(answer.code());
    }
}
