package roster.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.role.Role;

/**
 * The members of one organization. Invitations are spread over the whole time; between them, what was planned happens, and otherwise a
 * change of a random member or setting. Time is the number of events so far.
 */
final class Lives {
    static final Duration VALID = Duration.ofDays(7);
    private static final int REINVITED_PERCENT = 3;

    private final Organization organization;
    private final int members;
    private final int events;
    private final Random random;
    private final LongFunction<Instant> clock;
    private final Ids ids;
    private final Agenda agenda = new Agenda();
    private final Authors authors;
    private final Invitations invitations;
    private final Memberships memberships;
    private int invited;

    /** @param clock the instant of a number of events */
    Lives(Organization organization, int members, int events, Random random, LongFunction<Instant> clock) {
        this.organization = organization;
        this.members = members;
        this.events = events;
        this.random = random;
        this.clock = clock;
        this.ids = new Ids(random);
        this.authors = new Authors(random);
        var delays = new Delays(random, events);
        this.memberships = new Memberships(organization, agenda, authors, delays, random, ids);
        this.invitations = new Invitations(organization, agenda, authors, delays, random, clock, memberships);
    }

    /** The next events, which are recorded together, at most as many as are left. */
    List<Happening> next(long now) {
        long left = events - now;
        if (now == 0) {
            return founded();
        }
        if (members - invited >= left || invited < (double) members * now / events) {
            return List.of(invite(now));
        }
        var planned = left > 1 ? agenda.next(now) : null;
        return planned != null ? planned : List.of(memberships.change(now, clock.apply(now)));
    }

    private List<Happening> founded() {
        var founder = life(0, null);
        founder.role = Role.ADMIN;
        authors.appoint(founder);
        founder.stage = Life.Stage.ACTIVE;
        invited = 1;
        return List.of(
                Authors.operator(new OrganizationRegistered(organization.id(), organization.slug(), organization.name(), null)),
                Authors.operator(new MemberInvited(founder.id, organization, founder.invitation, founder.name, founder.email,
                        Role.ADMIN, null, clock.apply(0).plus(VALID))),
                Authors.self(founder, new InvitationAccepted(founder.id, founder.invitation, Role.ADMIN,
                        new Identity("console", founder.id.toString()))));
    }

    private Happening invite(long now) {
        var former = random.nextInt(100) < REINVITED_PERCENT ? memberships.former() : null;
        var life = life(now, former);
        invited++;
        return invitations.invite(life, now);
    }

    /** A new member; with the name and address of a former one, if they are invited again. */
    private Life life(long now, @Nullable Life former) {
        var at = clock.apply(now);
        var name = former == null ? Names.any(random) : former.name;
        var email = former == null ? Names.address(name, invited, organization.slug() + ".example") : former.email;
        return new Life(ids.at(at), ids.at(at), invited, name, email, role());
    }

    private Role role() {
        int choice = random.nextInt(100);
        return choice < 2 ? Role.ADMIN : choice < 60 ? Role.DEVELOPER : Role.ENDPOINT_USER;
    }

    /** Times between events, as numbers of events. */
    record Delays(Random random, int events) {
        private static final int DAYS = 730;

        long days(double days) {
            return Math.round(days * events / DAYS);
        }

        /** Most often short, sometimes several times as long. */
        long about(double days) {
            return days(-Math.log(1 - random.nextDouble()) * days);
        }

        long soon() {
            return 1L + random.nextInt(30);
        }
    }

    static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    static List<Happening> one(Happening happening) {
        return new ArrayList<>(List.of(happening));
    }
}
