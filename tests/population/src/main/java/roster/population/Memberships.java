package roster.population;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.contract.event.MemberEvent.AccountUnlinked;
import roster.contract.event.MemberEvent.MemberAccessConfirmed;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.population.Life.Stage;
import roster.population.Lives.Delays;

/** Events of members who have accepted, and of former ones. */
final class Memberships {
    private final Organization organization;
    private final Agenda agenda;
    private final Authors authors;
    private final Delays delays;
    private final Random random;
    private final Ids ids;
    private final Settings settings;
    private final List<Life> active = new ArrayList<>();
    private final Queue<Life> former = new ArrayDeque<>();
    private final Map<UUID, UUID> accounts = new HashMap<>();

    Memberships(Organization organization, Agenda agenda, Authors authors, Delays delays, Random random, Ids ids) {
        this.organization = organization;
        this.agenda = agenda;
        this.authors = authors;
        this.delays = delays;
        this.random = random;
        this.ids = ids;
        this.settings = new Settings(organization, authors, random, ids);
    }

    void begin(Life it) {
        it.stage = Stage.ACTIVE;
        active.add(it);
        if (it.role == Role.ADMIN) {
            authors.appoint(it);
        }
    }

    /** Sometimes the person is erased later, and sometimes invited again. */
    void end(Life it, long now) {
        it.stage = Stage.ENDED;
        authors.dismiss(it);
        if (random.nextInt(100) < 12) {
            agenda.add(now + delays.about(20), it, life -> life.stage == Stage.ENDED, this::erase);
        } else {
            former.add(it);
        }
    }

    /** A former member who is invited again. */
    @Nullable
    Life former() {
        return former.poll();
    }

    private List<Happening> erase(Life it, long now) {
        it.stage = Stage.ERASED;
        return Lives.one(Authors.operator(new MemberErased(it.id)));
    }

    List<Happening> delete(Life it, long now) {
        var from = switch (it.stage) {
            case INVITED, EXPIRED, REQUESTED -> MemberStatus.INVITED;
            case SUSPENDED -> MemberStatus.SUSPENDED;
            default -> MemberStatus.ACTIVE;
        };
        end(it, now);
        return Lives.one(authors.act(new MemberDeleted(it.id, from)));
    }

    /** A change of a random member, token or setting. */
    Happening change(long now, Instant at) {
        int choice = random.nextInt(100);
        if (active.isEmpty() || choice < 4) {
            return settings.change(active.isEmpty() ? null : Lives.any(active, random), at);
        }
        int place = random.nextInt(active.size());
        var it = active.get(place);
        if (choice < 34) {
            return promoted(it);
        } else if (choice < 42) {
            return authors.act(new MemberAccessConfirmed(it.id, it.role));
        } else if (choice < 60) {
            return renamed(it);
        } else if (choice < 72) {
            return moved(it);
        } else if (choice < 88) {
            return account(it, at);
        } else if (choice < 95) {
            return gone(place, suspended(it, now));
        }
        return gone(place, delete(it, now).getFirst());
    }

    private Happening gone(int place, Happening happening) {
        active.set(place, active.getLast());
        active.removeLast();
        return happening;
    }

    private Happening promoted(Life it) {
        var from = it.role;
        it.role = switch (from) {
            case ADMIN -> Role.DEVELOPER;
            case DEVELOPER -> random.nextInt(20) == 0 ? Role.ADMIN : Role.ENDPOINT_USER;
            case ENDPOINT_USER -> Role.DEVELOPER;
        };
        authors.dismiss(it);
        if (it.role == Role.ADMIN) {
            authors.appoint(it);
        }
        return authors.act(new MemberRoleChanged(it.id, from, it.role));
    }

    private Happening renamed(Life it) {
        var before = it.name;
        it.name = Names.married(before, random);
        return Authors.self(it, new MemberNameChanged(it.id, before, it.name));
    }

    private Happening moved(Life it) {
        var before = it.email;
        it.email = Names.address(it.name, it.number, "moved" + ++it.addresses + ".example");
        return authors.act(new MemberEmailChanged(it.id, organization, it.invitation, it.name, it.role, MemberStatus.ACTIVE, before,
                it.email));
    }

    private Happening account(Life it, Instant at) {
        var linked = accounts.remove(it.id);
        if (linked != null) {
            return Authors.self(it, new AccountUnlinked(it.id, linked));
        }
        var account = ids.at(at);
        accounts.put(it.id, account);
        return Authors.self(it, new AccountLinked(it.id, account, new Identity("github", account.toString())));
    }

    private Happening suspended(Life it, long now) {
        it.stage = Stage.SUSPENDED;
        authors.dismiss(it);
        agenda.add(now + delays.about(10), it, life -> life.stage == Stage.SUSPENDED,
                random.nextInt(100) < 75 ? this::reactivate : this::delete);
        return authors.act(new MemberSuspended(it.id));
    }

    private List<Happening> reactivate(Life it, long now) {
        begin(it);
        return Lives.one(authors.act(new MemberReactivated(it.id)));
    }
}
