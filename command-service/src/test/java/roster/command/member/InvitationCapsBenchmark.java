package roster.command.member;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.core.env.Environment;

import roster.access.control.Caller;
import roster.command.FreshDatabase;
import roster.command.RunningService;
import roster.command.Team;
import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.command.member.MemberCommand.InviteMember;
import roster.command.store.UuidV7;
import roster.contract.email.EmailAddress;
import roster.contract.event.Organization;
import roster.contract.role.Role;

/**
 * Compares the limits on invitations of one organization with the simplest exact implementation, an exclusive lock per organization and a count.
 * Run by hand, see docs/adr/0011-invitation-caps.md; {@code roster.benchmark.invitations} is the number of invitations per round.
 */
@EnabledIfSystemProperty(named = "roster.benchmark.invitations", matches = "[0-9]+")
class InvitationCapsBenchmark {
    private static final int INVITATIONS = Integer.getInteger("roster.benchmark.invitations", 0);
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 11;
    private static final Map<String, String> LIMITS = Map.of("ROSTER_OPEN_INVITATIONS", "1000000");

    private static final String SIMPLE = """
            create or replace function command.invitation_caps(organization uuid, member uuid, recipient text, inviter uuid,
                    moment timestamptz, organization_limit integer, address_limit integer, inviter_limit integer,
                    inout sure_until bigint, out reached text, out free_at timestamptz) language plpgsql as $$
            begin
                perform pg_advisory_xact_lock(1, hashtext(recipient));
                perform pg_advisory_xact_lock(2, hashtext(organization::text));
                select 'address', sent_at + interval '1 day' into reached, free_at from command.invitation_letter
                 where address = recipient and sent_at > moment - interval '1 day' order by sent_at desc offset address_limit - 1 limit 1;
                if found then
                    return;
                end if;
                if (select count(*) from command.membership where organization_id = organization and status = 'invited'
                       and invitation_expires_at > moment) >= organization_limit then
                    reached := 'organization';
                    free_at := moment;
                elsif (select count(*) from command.invitation_letter where inviter_id = inviter
                          and sent_at > moment - interval '1 hour') >= inviter_limit then
                    reached := 'inviter';
                    free_at := moment;
                end if;
            end $$""";

    /** A service with its own database, and the organization that invites. */
    private record Subject(RunningService service, Commands commands, Organization organization, AtomicInteger invited) {
        static Subject of(RunningService service, String slug) {
            Team team = service.teams().founded(slug);
            return new Subject(service, service.part(Commands.class), new Organization(team.id(), team.slug(), "Acme"),
                    new AtomicInteger());
        }

        void invite(int callers) throws Exception {
            try (var executor = Executors.newFixedThreadPool(callers)) {
                var done = IntStream.range(0, callers).mapToObj(_ -> executor.submit(() -> {
                    for (int i = 0; i < INVITATIONS / callers; i++) {
                        inviteOne();
                    }
                })).toList();
                for (var each : done) {
                    each.get();
                }
            }
        }

        private void inviteOne() {
            var email = EmailAddress.of("guest" + invited.incrementAndGet() + "@navy.example");
            var request = new CommandRequest(Caller.operator("operator"), null, null, null, null, UUID.randomUUID().toString(), null, null);
            commands.send(request, new InviteMember(UuidV7.next(), UuidV7.next(), organization, "Guest", email, Role.DEVELOPER));
        }
    }

    @Test
    void invitations_of_one_organization_with_a_shared_lock_and_with_an_exclusive_one() throws Exception {
        try (var shared = RunningService.with(LIMITS); var exclusive = RunningService.with(LIMITS)) {
            replaceFunction(exclusive.part(Environment.class));
            var one = Subject.of(shared, "shared");
            var other = Subject.of(exclusive, "exclusive");
            for (int callers : new int[]{1, 8, 32}) {
                compare(callers, one, other);
            }
        }
    }

    private static void replaceFunction(Environment environment) throws SQLException {
        try (var connection = FreshDatabase.asOwner(environment).getConnection(); var statement = connection.createStatement()) {
            statement.execute(SIMPLE);
        }
    }

    private static void compare(int callers, Subject shared, Subject exclusive) throws Exception {
        for (int round = 0; round < WARM_UP; round++) {
            time(callers, shared);
            time(callers, exclusive);
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean sharedFirst = round % 2 == 0;
            var first = time(callers, sharedFirst ? shared : exclusive);
            var second = time(callers, sharedFirst ? exclusive : shared);
            ratios.add((double) (sharedFirst ? second : first).toNanos() / (sharedFirst ? first : second).toNanos());
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT,
                "BENCHMARK %d callers, %d open invitations: time with an exclusive lock over time with a shared one: median %.2f (%.2f to %.2f)%n",
                callers, shared.invited.get(), ratios.get(ROUNDS / 2), ratios.getFirst(), ratios.getLast());
    }

    private static Duration time(int callers, Subject subject) throws Exception {
        long start = System.nanoTime();
        subject.invite(callers);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
