package roster.command.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client.Response;
import roster.command.RunningService;
import roster.command.Team;
import roster.command.TestClock;
import roster.command.Together;

/** Random concurrent commands of admins, invitees and the system at two instances. */
class AnyInterleavingTest {
    private static final RunningService service = RunningService.with(Map.of());
    private static final RunningService another = RunningService.beside(service.part(Environment.class));
    private static final AtomicInteger teams = new AtomicInteger();
    private static final List<String> MERITS = List.of("", "email-taken", "invitation-not-pending", "member-not-invited",
            "invitation-expired", "invitation-not-expired", "invitation-ended");

    private final JdbcClient jdbc = service.part(JdbcClient.class);

    @AfterContainer
    static void everything_has_happened() {
        var happened = service.part(JdbcClient.class)
                .sql("select distinct event_type from event_store.event where event_type like 'member.%'")
                .query(String.class).list();
        another.close();
        service.close();
        assertThat(happened).containsExactlyInAnyOrder("member.invited", "member.invitation_resent", "member.invitation_accepted",
                "member.invitation_declined", "member.invitation_revoked", "member.invitation_expired", "member.new_invitation_requested",
                "member.deleted");
    }

    @AfterTry
    void reset() {
        jdbc.sql("delete from command.membership").update();
        service.part(TestClock.class).reset();
        another.part(TestClock.class).reset();
    }

    @Provide
    Arbitrary<List<List<Move>>> lanes() {
        return move().list().ofSize(8).list().ofSize(4);
    }

    /** Any move. Moves on a member do nothing before there is one. */
    private static Arbitrary<Move> move() {
        var kinds = Arbitraries.of(Move.Kind.values());
        var more = Arbitraries.of(Move.Kind.INVITE, Move.Kind.RESEND, Move.Kind.WAIT_A_WEEK);
        return Combinators.combine(Arbitraries.oneOf(kinds, kinds, more), Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(0, 5)).as(Move::new);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void an_address_has_one_open_membership_at_most_and_can_always_be_invited_again(@ForAll("lanes") List<List<Move>> lanes) {
        var team = service.teams().founded("interleaved-" + teams.incrementAndGet());

        var invited = new CopyOnWriteArrayList<Response>();

        var answers = Together.all(lanes.size(), lane -> make(lanes.get(lane), team, lane % 2 == 0 ? service : another, invited));

        assertThat(answers).allSatisfy(it -> assertThat(MERITS).containsAll(it));
        assertThat(claims(team)).isEqualTo(new IndependentClaims(team.events()).rows());
        Move.addresses().forEach(address -> inviteAgain(address, team));
        assertThat(claims(team)).isEqualTo(new IndependentClaims(team.events()).rows());
    }

    private static List<String> make(List<Move> moves, Team team, RunningService at, List<Response> invited) {
        var asked = team.as(at.client());
        return moves.stream().map(it -> it.make(asked, at, invited)).toList();
    }

    /** member → status and the address that is claimed */
    private Map<UUID, String> claims(Team team) {
        var rows = new TreeMap<UUID, String>();
        jdbc.sql("select member_id, status || ' ' || coalesce(email_claim, '-') from command.membership where organization_id = ?")
                .param(team.id()).query((row, _) -> rows.put(row.getObject(1, UUID.class), row.getString(2))).list();
        return rows;
    }

    private void inviteAgain(String address, Team team) {
        jdbc.sql("select member_id from command.membership where organization_id = ? and email_claim = ?").param(team.id()).param(address)
                .query(UUID.class).optional().ifPresent(holder -> assertThat(team.delete(holder).status()).isEqualTo(204));
        assertThat(team.invite(address, "developer").status()).isEqualTo(201);
    }
}
