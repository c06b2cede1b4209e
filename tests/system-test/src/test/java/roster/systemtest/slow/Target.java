package roster.systemtest.slow;

import roster.systemtest.running.Http;
import roster.systemtest.running.Roster;

/** The services that read bodies: a slow request to each, and another request, which must not wait for it. */
enum Target {
    COMMAND("POST /invitations/lookup HTTP/1.1\r\nContent-Type: application/json\r\n") {
        @Override
        boolean answers(Roster roster) {
            return roster.commands().invite("acme", "Slow", "slow@bodies.example", "developer", "Idempotency-Key", "slow").status() == 201;
        }
    },
    /** With a credential, because a request without one is answered before its body is awaited. */
    QUERY("POST /access/v1/evaluation HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\n") {
        @Override
        boolean answers(Roster roster) {
            return roster.queries().get("/organizations/acme/members").status() == 200;
        }
    },
    CONSOLE("POST /invitations/lookup HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n") {
        @Override
        boolean answers(Roster roster) {
            return Http.open(roster.port("CONSOLE")).text("/sign-in").contains("<html");
        }
    };

    private final String slow;

    Target(String slow) {
        this.slow = slow;
    }

    SlowSenders slowSenders(Roster roster, int clients) {
        return SlowSenders.start(clients, roster.port(name()), slow.replace("%s", roster.operatorToken()));
    }

    /** Sends a complete request and waits for its answer, which is the usual one. */
    abstract boolean answers(Roster roster);
}
