package roster.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import roster.contract.event.Actor;
import roster.contract.event.Event;

/** The admins, tokens and operators of an organization, one of whom causes an event, sometimes in an admin's name and with a reason. */
final class Authors {
    private static final Actor OPERATOR = new Actor(Actor.Kind.OPERATOR, "operator");
    private static final List<String> REASONS = List.of("joins the platform team", "left the company", "asked for it in TICKET-4711",
            "project has ended", "yearly review, line 12", "=SUM(A1), \"as agreed\"");

    private final Random random;
    private final List<Life> admins = new ArrayList<>();
    final List<UUID> tokens = new ArrayList<>();

    Authors(Random random) {
        this.random = random;
    }

    void appoint(Life admin) {
        admins.add(admin);
    }

    void dismiss(Life member) {
        admins.remove(member);
    }

    /** The first admin always stays. */
    Life admin() {
        return admins.get(random.nextInt(admins.size()));
    }

    Happening act(Event event) {
        var admin = admin();
        int choice = random.nextInt(100);
        var reason = random.nextInt(100) < 30 ? REASONS.get(random.nextInt(REASONS.size())) : null;
        if (choice < 15 && !tokens.isEmpty()) {
            var token = new Actor(Actor.Kind.TOKEN, tokens.get(random.nextInt(tokens.size())).toString());
            return new Happening(event, token, random.nextBoolean() ? admin.id : null, reason, null);
        }
        return choice < 25
                ? new Happening(event, OPERATOR, random.nextBoolean() ? admin.id : null, reason, null)
                : new Happening(event, member(admin), null, reason, "203.0.113." + random.nextInt(256));
    }

    static Happening self(Life life, Event event) {
        return Happening.by(member(life), event);
    }

    private static Actor member(Life life) {
        return new Actor(Actor.Kind.MEMBER, life.id.toString());
    }

    static Happening operator(Event event) {
        return Happening.by(OPERATOR, event);
    }
}
